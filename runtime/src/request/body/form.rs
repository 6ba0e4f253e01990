//! `application/x-www-form-urlencoded` (WHATWG URL §5.2).

use super::{
    super::{ParameterValue, escape::Escaping},
    field::{FormField, Rules},
    value::{entries, members},
};
use crate::BuildError;

/// An object as the text of a form; the fields say what is particular about some members.
pub(super) fn text(fields: &[FormField], value: &ParameterValue<'_>) -> Result<String, BuildError> {
    let mut pairs = Vec::new();
    for (name, value) in members(value)? {
        for entry in entries(name, &rules(fields, name), value, Escaping::Form)? {
            pairs.push(format!("{}={}", entry.name, entry.text));
        }
    }
    Ok(pairs.join("&"))
}

/// What is said of a member.
pub(super) fn rules(fields: &[FormField], name: &str) -> Rules {
    let field = fields.iter().find(|field| field.name == name);
    field.map(|field| field.rules).unwrap_or_default()
}
