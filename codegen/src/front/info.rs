//! `info` (OpenAPI 3.0.3 §4.7.2).

use serde_json::Value;

use super::{
    expect::Wanted,
    node::{Node, kind},
    reader::Reader,
};
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
            let help = "add it: `info: {title: Pets, version: '1'}`";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
            return Info::default();
        };
        if !self.expect_mapping(&info, "`info`") {
            return Info::default();
        }
        let mut own = info.members().cloned().unwrap_or_default();
        own.retain(|key, _| {
            !key.starts_with("x-") && !matches!(key.as_str(), "contact" | "license")
        });
        for key in ["title", "version"] {
            let text = self.text_of(&info, key);
            own.insert(key.to_owned(), text.into());
        }
        match self.parse_map::<openapiv3::Info>(&info, "`info`", own) {
            Some(openapiv3::Info {
                title,
                version,
                description,
                ..
            }) => Info {
                title,
                version,
                description: description.or_else(|| self.text_member(&info, "summary")),
            },
            None => Info::default(),
        }
    }

    /// A text that must be there; what stands in its place is taken as it is written.
    fn text_of(&mut self, info: &Node<'a>, key: &str) -> String {
        let (place, message, help, text) = match info.get(key) {
            Some(node) => match node.value {
                Value::String(text) => return text.clone(),
                other => {
                    let message = format!("`{key}` must be text, and this is {}", kind(other));
                    (
                        self.value_place(&node.at),
                        message,
                        Wanted::Text.advice(key, other),
                        other.to_string(),
                    )
                }
            },
            None => {
                let message = format!("`info` has no `{key}`");
                (
                    self.key_place(&info.at),
                    message,
                    format!("add `{key}: '…'`"),
                    String::new(),
                )
            }
        };
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        text
    }
}
