//! Which JSON types a schema takes: as `type` says, or as its other keys do.

use serde_json::Value;

use super::{
    super::{
        node::{Node, kind},
        reader::Reader,
    },
    choice::are_alternatives,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    front::dialect::Dialect,
};

/// A JSON type as schemas name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JsonType {
    Null,
    Boolean,
    Integer,
    Number,
    Text,
    Array,
    Object,
}

/// The types that `type` may name.
const NAMES: &[(&str, JsonType)] = &[
    ("array", JsonType::Array),
    ("boolean", JsonType::Boolean),
    ("integer", JsonType::Integer),
    ("null", JsonType::Null),
    ("number", JsonType::Number),
    ("object", JsonType::Object),
    ("string", JsonType::Text),
];

/// What some tools write where anything fits: it says nothing of the type.
const ANY: [&str; 2] = ["any", "x-any"];

/// Keys that only one type has a use for.
const HINTS: &[(&str, JsonType)] = &[
    ("properties", JsonType::Object),
    ("additionalProperties", JsonType::Object),
    ("patternProperties", JsonType::Object),
    ("required", JsonType::Object),
    ("minProperties", JsonType::Object),
    ("maxProperties", JsonType::Object),
    ("items", JsonType::Array),
    ("prefixItems", JsonType::Array),
    ("minItems", JsonType::Array),
    ("maxItems", JsonType::Array),
    ("pattern", JsonType::Text),
    ("minLength", JsonType::Text),
    ("maxLength", JsonType::Text),
    ("contentEncoding", JsonType::Text),
    ("contentMediaType", JsonType::Text),
];

/// Formats that only one type has.
const FORMATS: &[(&str, JsonType)] = &[
    ("int32", JsonType::Integer),
    ("int64", JsonType::Integer),
    ("float", JsonType::Number),
    ("double", JsonType::Number),
    ("date-time", JsonType::Text),
    ("date", JsonType::Text),
    ("uuid", JsonType::Text),
    ("uri", JsonType::Text),
    ("email", JsonType::Text),
    ("byte", JsonType::Text),
    ("binary", JsonType::Text),
];

impl<'a> Reader<'a> {
    /// The types of a schema; none where nothing is said, `None` where what is said is no type.
    pub(super) fn json_types(&mut self, node: &Node<'a>) -> Option<Vec<JsonType>> {
        let Some(of) = node.get("type") else {
            return Some(guess(node).into_iter().collect());
        };
        let names: Vec<_> = match of.value {
            Value::Array(_) => {
                self.report_list(&of);
                of.items().collect()
            }
            _ => vec![of],
        };
        if names
            .iter()
            .any(|name| ANY.iter().any(|any| name.value == any))
        {
            return Some(Vec::new());
        }
        let read: Vec<_> = names.iter().map(|name| self.json_type(name)).collect();
        let mut types = read.into_iter().collect::<Option<Vec<_>>>()?;
        // A number takes whole numbers too.
        if types.contains(&JsonType::Number) {
            types.retain(|one| *one != JsonType::Integer);
        }
        let mut distinct = Vec::new();
        for one in types {
            if !distinct.contains(&one) {
                distinct.push(one);
            }
        }
        Some(distinct)
    }

    /// Several types are for OpenAPI 3.1 and later; what is meant is plain.
    fn report_list(&mut self, of: &Node<'a>) {
        if self.dialect < Dialect::V31 {
            let message = "only OpenAPI 3.1 and later have lists of types";
            let null = if self.is_v20() {
                "x-nullable"
            } else {
                "nullable"
            };
            let help = format!("write one type, with `{null}: true` in the place of `null`");
            let diagnostic = Diagnostic::new(Code::Tolerated, of.at.value(), message);
            self.report(diagnostic.help(help));
        }
    }

    fn json_type(&mut self, of: &Node<'a>) -> Option<JsonType> {
        let names = || NAMES.iter().map(|(name, _)| *name);
        let one_of_them = || {
            let names: Vec<_> = names().collect();
            format!("write one of `{}`", names.join("`, `"))
        };
        let diagnostic = match of.value {
            Value::String(name) => {
                if let Some((_, found)) = NAMES.iter().find(|(known, _)| known == name) {
                    return Some(*found);
                }
                // Swagger 2.0 §"Data Types": a file, which is sent as it is.
                if name == "file" {
                    return Some(JsonType::Text);
                }
                if let Some((meant, found)) = meant(name) {
                    let message = format!("`{name}` is no type, and is read as `{meant}`");
                    let help = format!("write `{meant}`");
                    let diagnostic = Diagnostic::new(Code::Tolerated, of.at.value(), message);
                    self.report(diagnostic.help(help));
                    return Some(found);
                }
                let message = format!("`{}` is no type", name.escape_debug());
                let help = match synonym(name).or_else(|| self.closest(name, names())) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => one_of_them(),
                };
                Diagnostic::new(Code::InvalidObject, of.at.value(), message).help(help)
            }
            Value::Null => return Some(JsonType::Null),
            other => {
                let message = format!("`type` must be text, and this is {}", kind(other));
                Diagnostic::new(Code::InvalidObject, of.at.value(), message).help(one_of_them())
            }
        };
        self.report(diagnostic);
        None
    }
}

/// The type that is surely meant: one with capitals, or a scalar by its name in another language.
fn meant(word: &str) -> Option<(&'static str, JsonType)> {
    let known = |wanted: &str| {
        let mut all = NAMES.iter();
        all.find(|(name, _)| wanted.eq_ignore_ascii_case(name))
            .copied()
    };
    let is_scalar =
        |found: &(&str, JsonType)| !matches!(found.1, JsonType::Array | JsonType::Object);
    known(word).or_else(|| known(synonym(word)?).filter(is_scalar))
}

/// The type that is meant by a word of another language.
fn synonym(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "int" | "long" | "short" | "int32" | "int64" => "integer",
        "float" | "double" | "decimal" => "number",
        "bool" => "boolean",
        "str" | "text" | "date" | "datetime" | "date-time" | "uuid" | "binary" => "string",
        "list" | "tuple" | "set" => "array",
        "dict" | "map" | "hash" | "struct" | "record" => "object",
        _ => return None,
    })
}

fn guess(node: &Node<'_>) -> Option<JsonType> {
    // In a parameter `required` is a flag, and says nothing of its type.
    let is_said = |key: &str| match (key, node.value.get(key)) {
        (_, None) => false,
        ("required", Some(said)) => !said.is_boolean(),
        ("items", Some(_)) => !are_alternatives(node),
        _ => true,
    };
    let hinted = HINTS.iter().find(|(key, _)| is_said(key));
    let format = node.text("format");
    let formatted = || FORMATS.iter().find(|(name, _)| format == Some(name));
    hinted.or_else(formatted).map(|(_, found)| *found)
}
