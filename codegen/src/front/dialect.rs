//! Which version of which specification a document is written for.

use serde_json::Value;

use super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::diagnostic::{Code, Diagnostic, Place};

/// A version of the specification, as far as versions differ in how they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dialect {
    /// OpenAPI 3.0.
    V30,
    /// OpenAPI 3.1: schemas are those of JSON Schema 2020-12.
    V31,
    /// OpenAPI 3.2.
    V32,
}

/// What `openapi` begins with, and what is read then.
const VERSIONS: &[(&str, Dialect)] = &[
    ("3.0", Dialect::V30),
    ("3.1", Dialect::V31),
    ("3.2", Dialect::V32),
];

impl<'a> Reader<'a> {
    /// Whether the document may use what OpenAPI 3.2 brought.
    pub(super) fn has_3_2(&self) -> bool {
        self.dialect >= Dialect::V32
    }

    /// The dialect of a document that can be read.
    pub(super) fn read_dialect(&mut self, root: &Node<'a>) -> Option<Dialect> {
        let Some(version) = root.get("openapi").or_else(|| root.get("swagger")) else {
            let place = Place::file(&self.documents.root.name);
            let message = match root.value {
                Value::Object(_) => {
                    "this is not an OpenAPI document: it has no key `openapi`".to_owned()
                }
                other => format!(
                    "this is not an OpenAPI document: it is {}, not a mapping",
                    kind(other)
                ),
            };
            let help = "an OpenAPI document starts with a line like `openapi: 3.0.3`";
            self.report(Diagnostic::new(Code::NotOpenapi, place, message).help(help));
            return None;
        };
        let text = match version.value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let is_version = |version: &str| {
            let rest = text.strip_prefix(version);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let found = VERSIONS.iter().find(|(version, _)| is_version(version));
        if let Some((_, dialect)) = found.filter(|_| root.get("openapi").is_some()) {
            return Some(*dialect);
        }
        let place = self.value_place(&version.at);
        let message = format!(
            "documents of version {} are not read yet",
            text.escape_debug()
        );
        let help = "versions 3.0, 3.1 and 3.2 are read: convert the document to one of them";
        self.report(Diagnostic::new(Code::UnsupportedDialect, place, message).help(help));
        None
    }
}
