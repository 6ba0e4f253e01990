//! Media types (OpenAPI 3.0.3 §4.7.14).

use super::{node::Node, reader::Reader};
use crate::model::MediaType;

impl<'a> Reader<'a> {
    /// The representation of a body that is generated: JSON, where it is documented.
    pub(super) fn content(&mut self, content: &Node<'a>) -> Option<MediaType> {
        if !self.expect_mapping(content, "`content`") {
            return None;
        }
        let mut json = None;
        for (name, node) in content.entries() {
            if !is_json(name) {
                let help = "bodies of `application/json` can be generated";
                self.unsupported(&node, &format!("a body of `{}`", name.escape_debug()), help);
            } else if json.is_some() {
                let help = "leave one representation of the body";
                self.unsupported(&node, "a second representation of one body", help);
            } else {
                self.known_keys(&node, &["schema", "example", "examples", "encoding"]);
                let schema = node.get("schema").map(|schema| self.schema(schema));
                json = Some(MediaType {
                    at: node.at,
                    name: name.to_owned(),
                    schema,
                });
            }
        }
        json
    }
}

/// JSON by its name (RFC 6839 §3.1): parameters do not matter, nor does case.
fn is_json(name: &str) -> bool {
    let essence = name
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_in_its_spellings() {
        for name in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/problem+json",
            "text/json",
        ] {
            assert!(is_json(name), "{name}");
        }
        for name in ["", "*/*", "application/xml", "application/json-seq"] {
            assert!(!is_json(name), "{name}");
        }
    }
}
