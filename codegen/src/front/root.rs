//! The root of a document (OpenAPI 3.0.3 §4.7.1, 3.1.1 §4.8.1, 3.2.0 §4.1).

use serde_json::Value;

use super::{
    dialect::Dialect,
    expect::Wanted,
    key::EXTENSION,
    node::{Node, kind},
    reader::Reader,
    v20,
};
use crate::diagnostic::{Code, Diagnostic};

const KEYS: &[&str] = &[
    EXTENSION,
    "openapi",
    "$self",
    "info",
    "jsonSchemaDialect",
    "servers",
    "paths",
    "components",
    "security",
    "tags",
    "externalDocs",
    "webhooks",
];

/// What the schemas of OpenAPI 3.1 and 3.2 are, by how the identifiers of those begin.
const DIALECTS: &[&str] = &[
    "https://json-schema.org/draft/2020-12/schema",
    "https://spec.openapis.org/oas/3.1/dialect/",
    "https://spec.openapis.org/oas/3.2/dialect/",
];

impl<'a> Reader<'a> {
    /// Looks through the keys of the root for those that it has not, and for those of other versions.
    pub(super) fn root_keys(&mut self, root: &Node<'a>) {
        self.known_keys(root, self.keys_of(v20::key::ROOT, KEYS));
        if self.is_v20() {
            return;
        }
        self.newer_keys(root, Dialect::V31, &["jsonSchemaDialect", "webhooks"]);
        self.newer_keys(root, Dialect::V32, &["$self"]);
        if let Some(own) = root.get("$self") {
            self.check_self(&own);
        }
        let Some(dialect) = root.get("jsonSchemaDialect") else {
            return;
        };
        let name = dialect.value.as_str().unwrap_or_default();
        if !DIALECTS.iter().any(|known| name.starts_with(known)) {
            let place = self.value_place(&dialect.at);
            let message = "schemas are read as those of JSON Schema 2020-12, whatever this says";
            let help = "take it out, or see that the schemas mean the same there";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
    }

    /// The document's own name, by which references may call it.
    fn check_self(&mut self, own: &Node<'a>) {
        let place = self.value_place(&own.at);
        let (message, help) = match own.value {
            Value::String(text) if text.contains('#') => (
                "a document's own name has no fragment, so what is behind the `#` has no effect"
                    .to_owned(),
                "take it out, with the `#`".to_owned(),
            ),
            Value::String(_) => return,
            other => (
                format!(
                    "`$self` must be text, and this is {}: it has no effect",
                    kind(other)
                ),
                Wanted::Text.advice("`$self`", other),
            ),
        };
        self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
    }

    /// Where there is nothing to call. From OpenAPI 3.1 on a document may be one of webhooks or of
    /// components.
    pub(super) fn report_no_paths(&mut self, root: &Node<'a>) {
        let others = ["webhooks", "components"];
        if self.dialect >= Dialect::V31 && others.iter().any(|key| root.get(key).is_some()) {
            return;
        }
        let place = self.value_place(&root.at);
        let message = "the document has no `paths`, so there is nothing to call";
        let help = "add them like `paths: {/pets: {get: …}}`";
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
    }
}
