//! Which version of which specification a document is written for.

use serde_json::Value;

use super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::diagnostic::{Code, Diagnostic, Place};

impl<'a> Reader<'a> {
    /// Some, where the document can be read.
    pub(super) fn check_dialect(&mut self, root: &Node<'a>) -> Option<()> {
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
        if root.get("openapi").is_some() && (text == "3.0" || text.starts_with("3.0.")) {
            return Some(());
        }
        let place = self.value_place(&version.at);
        let message = format!(
            "documents of version {} are not read yet",
            text.escape_debug()
        );
        let help =
            "this version reads OpenAPI 3.0: convert the document, or ask for a 3.0 version of it";
        self.report(Diagnostic::new(Code::UnsupportedDialect, place, message).help(help));
        None
    }
}
