//! Enums of strings.

use super::super::{code_span::code_span, doc, name};
use crate::{
    ir,
    model::{Schema, Text},
};

/// An open enum: `Unknown` keeps what the server may add, under another name where the document
/// has a value of that name.
pub(super) fn enumeration(name: String, schema: &Schema, text: &Text) -> ir::TypeItem {
    let mut names = name::Scope::new(&["Self"]);
    let mut values: Vec<ir::Value> = Vec::new();
    for wire in &text.values {
        if values.iter().all(|value| value.wire != *wire) {
            let name = names.claim(name::type_name(wire));
            let docs = vec![code_span(wire)];
            values.push(ir::Value {
                name,
                docs,
                wire: wire.clone(),
            });
        }
    }
    ir::TypeItem::StringEnum(ir::StringEnum {
        name,
        docs: schema
            .description
            .as_deref()
            .map(doc::lines)
            .unwrap_or_default(),
        deprecated: schema.deprecated,
        values,
        other: names.claim("Unknown".to_owned()),
    })
}
