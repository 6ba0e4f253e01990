//! Which version of which specification a document is written for.

use serde_json::Value;

use super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::diagnostic::{Code, Diagnostic, Place, closest};

/// A version of the specification, as far as versions differ in how they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dialect {
    /// Swagger 2.0.
    V20,
    /// OpenAPI 3.0.
    V30,
    /// OpenAPI 3.1: schemas are those of JSON Schema 2020-12.
    V31,
    /// OpenAPI 3.2.
    V32,
}

/// Keys, what their values begin with, and what is read then.
const VERSIONS: &[(&str, &str, Dialect)] = &[
    ("swagger", "2.0", Dialect::V20),
    ("openapi", "3.0", Dialect::V30),
    ("openapi", "3.1", Dialect::V31),
    ("openapi", "3.2", Dialect::V32),
];

impl Dialect {
    /// The version, without its last part.
    fn version(self) -> &'static str {
        let found = VERSIONS.iter().find(|(.., dialect)| *dialect == self);
        found.map_or("", |(_, version, _)| version)
    }

    /// The specification, as people call it.
    pub(super) fn specification(self) -> &'static str {
        match self {
            Self::V20 => "Swagger 2.0",
            Self::V30 | Self::V31 | Self::V32 => "OpenAPI",
        }
    }

    /// Where schemas stand that have a name.
    pub(super) fn schemas(self) -> &'static str {
        match self {
            Self::V20 => "definitions",
            Self::V30 | Self::V31 | Self::V32 => "components/schemas",
        }
    }

    /// Where security schemes are declared.
    pub(super) fn security_schemes(self) -> &'static str {
        match self {
            Self::V20 => "securityDefinitions",
            Self::V30 | Self::V31 | Self::V32 => "components/securitySchemes",
        }
    }
}

impl<'a> Reader<'a> {
    /// Whether the document may use what OpenAPI 3.2 brought.
    pub(super) fn has_3_2(&self) -> bool {
        self.dialect >= Dialect::V32
    }

    /// Reports keys that only a later version has: what is meant by them is plain, so they are read.
    pub(super) fn newer_keys(&mut self, node: &Node<'_>, since: Dialect, keys: &[&str]) {
        // Swagger 2.0 has other keys, of which those are told apart that it has not.
        if self.dialect >= since || self.is_v20() {
            return;
        }
        let since = since.version();
        for key in keys {
            if let Some(member) = node.get(key) {
                let place = self.key_place(&member.at);
                let message = format!("`{key}` is a key of OpenAPI {since}, and is read as that");
                let help =
                    format!("write `openapi: {since}.0` if the document is for that version");
                self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
            }
        }
    }

    /// The dialect of a document that can be read.
    pub(super) fn read_dialect(&mut self, root: &Node<'a>) -> Option<Dialect> {
        let Some(version) = root.get("openapi").or_else(|| root.get("swagger")) else {
            self.report_no_version(root);
            return None;
        };
        let text = match version.value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => String::new(),
        };
        let is_version = |version: &str| {
            let rest = text.strip_prefix(version);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let is_openapi = root.get("openapi").is_some();
        let key = if is_openapi { "openapi" } else { "swagger" };
        let found = VERSIONS
            .iter()
            .find(|(known, version, _)| *known == key && is_version(version));
        if let Some((.., dialect)) = found {
            return Some(*dialect);
        }
        self.report_version(&version, &text, is_openapi);
        None
    }

    fn report_version(&mut self, version: &Node<'a>, text: &str, is_openapi: bool) {
        let place = self.value_place(&version.at);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            let diagnostic = Diagnostic::new(Code::UnsupportedDialect, place, "this is no version");
            let help = match is_openapi {
                true => "write the version of OpenAPI that the document is for, such as `3.0.3`",
                false => "write `'2.0'`",
            };
            return self.report(diagnostic.help(help));
        }
        let name = if is_openapi { "OpenAPI" } else { "Swagger" };
        let message = format!("{name} {} is not read yet", text.escape_debug());
        let help = match text {
            _ if !is_openapi && text.starts_with('3') => "write `openapi` in place of `swagger`",
            "3" => "write the version in full, such as `3.0.3`, if it is OpenAPI 3.0",
            _ => "ask for the document as OpenAPI 3.0, 3.1 or 3.2",
        };
        let diagnostic = Diagnostic::new(Code::UnsupportedDialect, place, message);
        let known = match is_openapi {
            true => "3.0, 3.1 and 3.2 are read",
            false => "2.0 is read",
        };
        self.report(diagnostic.label(known).help(help));
    }

    fn report_no_version(&mut self, root: &Node<'a>) {
        let (message, help) = match root.value {
            Value::Object(members) => {
                let near = members
                    .keys()
                    .find(|key| closest(key, ["openapi"]).is_some());
                let other = OTHERS.iter().find(|(key, ..)| members.contains_key(*key));
                match (near, other) {
                    (Some(key), _) => {
                        let place = self.key_place(&root.at.child(key));
                        let message = "this is no OpenAPI document: it has no key `openapi`";
                        let diagnostic = Diagnostic::new(Code::NotOpenapi, place, message);
                        return self.report(diagnostic.help("did you mean `openapi`?"));
                    }
                    (None, Some((_, what, help))) => (format!(", but {what}"), *help),
                    (None, None) => (": it has no key `openapi`".to_owned(), START),
                }
            }
            Value::String(text) if text.trim_start().starts_with('<') => {
                (", but a web page or XML".to_owned(), RAW)
            }
            Value::String(_) => (", but plain text".to_owned(), START),
            other => (format!(", but {}", kind(other)), START),
        };
        let place = Place::offset(&root.at.file, 0);
        let message = format!("this is no OpenAPI document{message}");
        self.report(Diagnostic::new(Code::NotOpenapi, place, message).help(help));
    }
}

const START: &str = "check the path; the document itself starts with a line like `openapi: 3.0.3`";
const RAW: &str = "download the document itself: the page may have a link to it, such as `raw`";

/// What else vendors publish: a key that only such a document has, what it is, and what to do.
const OTHERS: &[(&str, &str, &str)] = &[
    (
        "asyncapi",
        "an AsyncAPI document",
        "ask for the OpenAPI document of the same API",
    ),
    (
        "overlay",
        "an overlay of a document",
        "name the document that it is for, and this file by `--overlay`",
    ),
    (
        "swaggerVersion",
        "a document of Swagger 1",
        "ask for the document as OpenAPI 3",
    ),
    (
        "$schema",
        "a JSON Schema",
        "name the OpenAPI document that refers to it",
    ),
    (
        "item",
        "a Postman collection",
        "export the API as OpenAPI 3",
    ),
];
