//! `info` (OpenAPI 3.0.3 §4.7.2).

use super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::Info,
};

impl<'a> Reader<'a> {
    /// What the API is. Nothing depends on it but names and words, so a fault is no obstacle.
    pub(super) fn info(&mut self, root: &Node<'a>) -> Info {
        let Some(info) = root.get("info") else {
            let place = self.value_place(&root.at);
            let message = "the document has no `info`, so the client has no name but its own";
            self.report(Diagnostic::warning(Code::InvalidObject, place, message));
            return Info::default();
        };
        match self.parse::<openapiv3::Info>(&info, "`info`", &["contact", "license"]) {
            Some(openapiv3::Info {
                title,
                description,
                version,
                ..
            }) => Info {
                title,
                version,
                description,
            },
            None => Info::default(),
        }
    }
}
