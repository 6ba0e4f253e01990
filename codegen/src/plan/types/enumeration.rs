//! Enums of strings.

use indexmap::IndexSet;

use super::super::{code_span::code_span, doc, name};
use crate::{
    ir,
    model::{Schema, Text},
};

/// An open enum: `Unknown` keeps what the server may add, under another name where the document
/// has a value of that name.
pub(super) fn enumeration(name: String, schema: &Schema, text: &Text) -> ir::TypeItem {
    let mut names = name::Scope::variants(&["Self"]);
    let wires: IndexSet<&str> = text.values.iter().map(String::as_str).collect();
    let wires: Vec<_> = wires.into_iter().collect();
    let variants = names.claim_all(&wires, name::type_name);
    let values = wires.iter().zip(variants).map(|(wire, name)| ir::Value {
        name,
        docs: vec![code_span(wire)],
        wire: (*wire).to_owned(),
    });
    let values = values.collect();
    ir::TypeItem::StringEnum(ir::StringEnum {
        name,
        docs: doc::optional(schema.description.as_deref()),
        deprecated: schema.deprecated,
        values,
        other: names.claim("Unknown".to_owned()),
    })
}
