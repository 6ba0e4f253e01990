//! Enums of strings and of whole numbers.

use std::collections::BTreeSet;

use super::{
    super::{code_span::code_span, doc, name},
    Types,
};
use crate::{
    ir,
    model::{Integer, Schema, Text},
};

impl Types<'_> {
    /// An open enum: `Unknown` keeps what the server may add, under another name where the document
    /// has a value of that name.
    pub(super) fn strings(&mut self, name: String, schema: &Schema, text: &Text) -> ir::TypeItem {
        let (wires, names) = with_names(&text.values, &text.names, Clone::clone);
        let (variants, other) = self.variants(&name, schema, &names, true);
        let values = wires
            .into_iter()
            .zip(variants)
            .map(|(wire, name)| ir::Value {
                name,
                docs: vec![code_span(&wire)],
                deprecated: text.deprecated.contains(&wire),
                wire,
            });
        let values = values.collect();
        ir::TypeItem::StringEnum(ir::StringEnum {
            name,
            docs: doc::optional(schema.description.as_deref()),
            deprecated: schema.deprecated,
            values,
            other,
        })
    }

    /// The same for whole numbers.
    pub(super) fn integers(
        &mut self,
        name: String,
        schema: &Schema,
        integer: &Integer,
    ) -> ir::TypeItem {
        let (values, names) = with_names(&integer.values, &integer.names, i64::to_string);
        // A number is no name, so nothing is changed where one becomes a word.
        let are_named = !integer.names.is_empty();
        let (variants, other) = self.variants(&name, schema, &names, are_named);
        ir::TypeItem::IntegerEnum(ir::IntegerEnum {
            name,
            docs: doc::optional(schema.description.as_deref()),
            deprecated: schema.deprecated,
            values: variants.into_iter().zip(values).collect(),
            other,
        })
    }

    /// The variants of these names, and the one for other values.
    fn variants(
        &mut self,
        owner: &str,
        schema: &Schema,
        names: &[String],
        are_named: bool,
    ) -> (Vec<String>, String) {
        let mut scope = name::Scope::variants(&["Self"]);
        let texts: Vec<_> = names.iter().map(String::as_str).collect();
        let variants = scope.claim_all(&texts, name::type_name);
        let other = scope.claim("Unknown".to_owned());
        let place = self.key_place(&schema.at.child("enum"));
        for (text, variant) in texts.into_iter().zip(&variants) {
            let natural = name::type_name(text);
            let text = are_named.then_some(text);
            self.note_variant(owner, text, &natural, variant, place.clone());
        }
        self.note_variant(owner, None, "Unknown", &other, place);
        (variants, other)
    }
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
