//! `application/x-www-form-urlencoded`, written as browsers write it (WHATWG URL §5.2).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::value::RawValue;

use super::{
    field::{FormField, Rules},
    json,
    value::{Entry, entries},
};
use crate::BuildError;

/// What a form escapes; a space is a `+`.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'*')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b' ');

/// What is escaped even with `allowReserved`: it would end the value, or read as something else.
const NEVER_RAW: &AsciiSet = &ESCAPED
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b';')
    .remove(b'=')
    .remove(b'?')
    .remove(b'@')
    .remove(b'[')
    .remove(b']')
    .remove(b'~');

/// An object as the text of a form; the fields say what is particular about some members.
pub(super) fn text(fields: &[FormField], raw: &RawValue) -> Result<String, BuildError> {
    let mut text = String::new();
    for (name, value) in json::members(raw)? {
        for entry in entries(&name, &rules(fields, &name), value)? {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(&pair(&entry));
        }
    }
    Ok(text)
}

/// What is said of a member.
pub(super) fn rules(fields: &[FormField], name: &str) -> Rules {
    let field = fields.iter().find(|field| field.name == name);
    field.map(|field| field.rules).unwrap_or_default()
}

fn pair(entry: &Entry) -> String {
    let escaped = if entry.reserved { NEVER_RAW } else { ESCAPED };
    let texts: Vec<_> = entry
        .texts
        .iter()
        .map(|text| escape(text, escaped))
        .collect();
    let value = texts.join(entry.delimiter.1);
    format!("{}={value}", escape(&entry.name, ESCAPED))
}

fn escape(text: &str, escaped: &'static AsciiSet) -> String {
    utf8_percent_encode(text, escaped)
        .to_string()
        .replace(' ', "+")
}
