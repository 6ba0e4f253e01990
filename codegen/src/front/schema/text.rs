//! Text.

use serde_json::{Map, Value};

use super::super::{media_name::MediaName, node::Node, reader::Reader, representation};
use crate::model::{Representation, Shape, Text};

const KEYS: &[&str] = &["minLength", "maxLength", "pattern"];

impl<'a> Reader<'a> {
    pub(super) fn text(&mut self, node: &Node<'a>, values: &[Node<'a>]) -> Shape {
        let own = picked(node, KEYS);
        let parsed: openapiv3::StringType =
            self.parse_map(node, "a schema", own).unwrap_or_default();
        let values = self.text_values(values);
        Shape::Text(Text {
            format: format_of(node),
            media_type: media_type_of(node),
            or_file: false,
            names: self.value_names(node, values.len()),
            values,
            deprecated: Vec::new(),
            min_length: parsed.min_length.map(|length| length as u64),
            max_length: parsed.max_length.map(|length| length as u64),
            pattern: parsed.pattern,
        })
    }
}

/// The members with these keys.
pub(super) fn picked(node: &Node<'_>, keys: &[&str]) -> Map<String, Value> {
    let members = node.members().into_iter().flatten();
    let picked = members.filter(|(key, _)| keys.contains(&key.as_str()));
    picked
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// Taken from the tree, as `openapiv3` tells known formats from unknown ones. JSON Schema says in
/// two other keys what OpenAPI 3.0 said by formats (OpenAPI 3.1.1 §4.8.14.3).
fn format_of(node: &Node<'_>) -> Option<String> {
    let file = node.is_typed("file");
    let said = || match (node.text("contentEncoding"), node.text("contentMediaType")) {
        (Some("base64"), _) => Some("byte"),
        // Bytes in another alphabet than that of `byte` stay text.
        (Some("base64url"), _) => Some("base64url"),
        (Some("binary"), _) => Some("binary"),
        (None, Some(name)) if is_bytes(name) => Some("binary"),
        _ if file => Some("binary"),
        _ => None,
    };
    node.text("format").or_else(said).map(str::to_owned)
}

/// What the text is the bytes of, where that is a media type.
fn media_type_of(node: &Node<'_>) -> Option<String> {
    let name = MediaName::parse(node.text("contentMediaType")?)?;
    (!name.essence().contains('*')).then(|| name.text.to_owned())
}

/// Whether content of a media type is no text.
fn is_bytes(name: &str) -> bool {
    let name = MediaName::parse(name);
    let known = name.and_then(|name| representation::by_name(&name));
    known == Some(Representation::Bytes)
}
