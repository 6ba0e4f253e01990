//! Media types (OpenAPI 3.0.3 §4.7.14).

use serde_json::Value;

use super::{
    media_name::{MediaName, names},
    node::Node,
    reader::Reader,
    representation,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{MediaType, Representation},
};

const KEYS: &[&str] = &[
    "schema",
    "itemSchema",
    "example",
    "examples",
    "encoding",
    "prefixEncoding",
    "itemEncoding",
];

/// How many references a look at a schema follows: one that goes on is a circle, or nearly.
const MOST_STEPS: usize = 16;

impl<'a> Reader<'a> {
    /// The representations of a body, in the order of the document.
    pub(super) fn content(&mut self, content: &Node<'a>) -> Vec<MediaType> {
        let mut read: Vec<MediaType> = Vec::new();
        if !self.expect_members(content, "`content`") {
            return read;
        }
        if !self.spend_members(content) {
            return read;
        }
        for (key, node) in content.entries() {
            // Each is compared with those before it.
            if !self.spend(&node, read.len()) {
                break;
            }
            if !key.contains('/') && self.is_other_extension(key, &node) {
                continue;
            }
            for name in self.media_names(key, &node) {
                let twin = |other: &&MediaType| {
                    MediaName::parse(&other.name).is_some_and(|other| other.is(&name))
                };
                match read.iter().find(twin) {
                    Some(first) => self.report_twin(&name, &node, &first.clone()),
                    None => read.extend(self.media_type(&name, &node)),
                }
            }
        }
        read
    }

    fn media_type(&mut self, name: &MediaName<'_>, node: &Node<'a>) -> Option<MediaType> {
        let node = self.resolve(node.clone())?;
        if !self.expect_mapping(&node, "a media type") {
            return None;
        }
        self.known_keys(&node, KEYS);
        let representation = match representation::by_name(name) {
            Some(known) => known,
            None if self.shows_json(&node) => Representation::Json,
            None => Representation::Bytes,
        };
        Some(MediaType {
            name: name.text.to_owned(),
            representation,
            schema: self.content_schema(representation, &node),
            encoding: self.encodings(representation, &node),
            at: node.at,
        })
    }

    /// What a key of `content` names: one media type, or a list where one belongs.
    pub(super) fn media_names(&mut self, key: &'a str, node: &Node<'a>) -> Vec<MediaName<'a>> {
        let all = names(key);
        let parsed: Vec<_> = all
            .iter()
            .filter_map(|name| MediaName::parse(name))
            .collect();
        if parsed.len() != all.len() {
            let message = format!(
                "`{}` is no media type, so it has no effect",
                key.escape_debug()
            );
            let help = "a media type is like `application/json`, a range like `image/*`";
            let place = self.key_place(&node.at);
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            return Vec::new();
        }
        if parsed.len() > 1 {
            let message = "a key of `content` is one media type, so each of these is taken for one";
            let help = "write a key for each";
            let place = self.key_place(&node.at);
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        parsed
    }

    fn report_twin(&mut self, name: &MediaName<'_>, node: &Node<'a>, first: &MediaType) {
        let message = format!("`{}` is there already, so this has no effect", name.text);
        let place = self.key_place(&node.at);
        let diagnostic = Diagnostic::new(Code::Ignored, place, message);
        let first = self.key_place(&first.at);
        let help = "upper and lower case are one in a media type: take one of them out";
        self.report(diagnostic.also(first, "first here").help(help));
    }

    /// Whether a body under a vendor's own name is JSON by all that is shown of it: its schema is
    /// an object or a list, and its examples are no text.
    fn shows_json(&mut self, node: &Node<'a>) -> bool {
        let schema = node.get("schema").and_then(|schema| self.glance(schema));
        let Some(schema) = schema else {
            return false;
        };
        let structured = match schema.text("type") {
            Some(kind) => matches!(kind, "object" | "array"),
            None => ["properties", "allOf", "items"]
                .iter()
                .any(|key| schema.get(key).is_some()),
        };
        let mut examples: Vec<&Value> = [node.get("example"), schema.get("example")]
            .into_iter()
            .flatten()
            .map(|example| example.value)
            .collect();
        for (_, example) in node
            .get("examples")
            .into_iter()
            .flat_map(|all| all.entries())
        {
            let example = self.glance(example);
            let value = |example: Node<'a>| {
                let shown = example.value.get("value");
                shown.or_else(|| example.value.get("dataValue"))
            };
            examples.extend(example.and_then(value));
        }
        structured && !examples.is_empty() && examples.into_iter().all(is_json)
    }

    /// Where references lead, with no word on what stands beside them.
    pub(super) fn glance(&mut self, mut node: Node<'a>) -> Option<Node<'a>> {
        for _ in 0..MOST_STEPS {
            match node.get("$ref").filter(|to| to.value.is_string()) {
                Some(reference) => node = self.follow(&reference)?,
                None => return Some(node),
            }
        }
        None
    }
}

/// Whether an example shows JSON: a value with members or items, or the text of one.
fn is_json(example: &Value) -> bool {
    match example {
        Value::Object(_) | Value::Array(_) => true,
        Value::String(text) => matches!(
            serde_json::from_str(text),
            Ok(Value::Object(_) | Value::Array(_))
        ),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
