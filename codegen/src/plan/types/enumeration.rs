//! Enums of strings and of whole numbers.

use std::collections::BTreeSet;

use super::super::{code_span::code_span, doc, name};
use crate::{
    ir,
    model::{Integer, Schema, Text},
};

/// An open enum: `Unknown` keeps what the server may add, under another name where the document
/// has a value of that name.
pub(super) fn strings(name: String, schema: &Schema, text: &Text) -> ir::TypeItem {
    let mut scope = name::Scope::variants(&["Self"]);
    let (wires, names) = with_names(&text.values, &text.names, Clone::clone);
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let variants = scope.claim_all(&names, name::type_name);
    let values = wires
        .into_iter()
        .zip(variants)
        .map(|(wire, name)| ir::Value {
            name,
            docs: vec![code_span(&wire)],
            wire,
        });
    let values = values.collect();
    ir::TypeItem::StringEnum(ir::StringEnum {
        name,
        docs: doc::optional(schema.description.as_deref()),
        deprecated: schema.deprecated,
        values,
        other: scope.claim("Unknown".to_owned()),
    })
}

/// The same for whole numbers.
pub(super) fn integers(name: String, schema: &Schema, integer: &Integer) -> ir::TypeItem {
    let mut scope = name::Scope::variants(&["Self"]);
    let (values, names) = with_names(&integer.values, &integer.names, i64::to_string);
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let variants = scope.claim_all(&names, name::type_name);
    ir::TypeItem::IntegerEnum(ir::IntegerEnum {
        name,
        docs: doc::optional(schema.description.as_deref()),
        deprecated: schema.deprecated,
        values: variants.into_iter().zip(values).collect(),
        other: scope.claim("Unknown".to_owned()),
    })
}

/// Each value once, with the name that the document gives it, or the text that it is.
fn with_names<T: Clone + Ord>(
    values: &[T],
    names: &[String],
    text: fn(&T) -> String,
) -> (Vec<T>, Vec<String>) {
    let mut seen = BTreeSet::new();
    let named = values
        .iter()
        .enumerate()
        .filter(|(_, value)| seen.insert(*value));
    let named = named.map(|(index, value)| {
        let name = names.get(index).cloned().unwrap_or_else(|| text(value));
        (value.clone(), name)
    });
    named.unzip()
}
