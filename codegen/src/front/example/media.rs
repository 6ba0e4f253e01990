//! Examples of media types (OpenAPI 3.0.3 §4.7.14), and of responses of Swagger 2.0 (§5.2.13).

use super::{
    super::{node::Node, reader::Reader},
    Found,
};
use crate::model::MediaType;

/// Keys of an Example Object (OpenAPI 3.0.3 §4.7.19) that hold the value; the last two are of 3.2.
const VALUES: [&str; 3] = ["value", "dataValue", "serializedValue"];
/// How many references an example has: one that goes on is a circle, or nearly.
const MOST_STEPS: usize = 16;
/// Its other keys.
const OTHERS: [&str; 3] = ["externalValue", "summary", "description"];

impl<'a> Reader<'a> {
    /// The examples that stand beside the schema of a body.
    pub(super) fn media_examples(&mut self, media_type: &MediaType) -> Vec<Found<'a>> {
        let Some(node) = self.node_at(&media_type.at) else {
            return Vec::new();
        };
        if self.is_v20() {
            return by_media_type(&node, media_type);
        }
        let mut found = Vec::new();
        let all = node.get("examples").and_then(|all| self.meant_example(all));
        if let Some(all) = all {
            let items = all.items().enumerate();
            let items = items.map(|(index, one)| (index.to_string(), one));
            let entries = all.entries().map(|(name, one)| (name.to_owned(), one));
            for (name, one) in entries.chain(items) {
                if name.starts_with("x-") && all.value.is_object() {
                    continue;
                }
                let node = self.example_object(one);
                found.extend(node.map(|node| Found { name, node }));
            }
        }
        if let Some(node) = node.get("example") {
            let name = String::new();
            found.push(Found { name, node });
        }
        found
    }

    /// The value of an Example Object. What has none of its keys is the value itself, which some
    /// write in its place.
    fn example_object(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        let node = self.meant_example(node)?;
        if let Some(value) = VALUES.iter().find_map(|key| node.get(key)) {
            return Some(value);
        }
        if let Some(external) = node.get("externalValue") {
            let why = "this example is in another place, where nothing is read: it is not tested";
            self.skip(&external.at, why, "write it here, under `value`");
            return None;
        }
        if OTHERS.iter().any(|key| node.get(key).is_some()) {
            let why = "this example has no `value`, so there is nothing to test";
            self.skip(
                &node.at,
                why,
                "write it under `value`, or take the example out",
            );
            return None;
        }
        Some(node)
    }
}

impl<'a> Reader<'a> {
    /// Where the references of an example lead. That one leads nowhere is no reason to refuse a
    /// document of which a client can be made.
    fn meant_example(&mut self, mut node: Node<'a>) -> Option<Node<'a>> {
        for _ in 0..MOST_STEPS {
            let Some(reference) = node.get("$ref").filter(|to| to.value.is_string()) else {
                return Some(node);
            };
            if !self.leads_somewhere(&reference) {
                let why = "there is nothing where this example is to be: it is not tested";
                self.skip(
                    &reference.at,
                    why,
                    "mend the reference, or take the example out",
                );
                return None;
            }
            node = self.follow(&reference)?;
        }
        None
    }
}

/// In Swagger 2.0 the examples of a response stand by its media types, one for each.
fn by_media_type<'a>(response: &Node<'a>, media_type: &MediaType) -> Vec<Found<'a>> {
    let all = response.get("examples");
    let all = all.into_iter().flat_map(|all| all.entries());
    let essence = media_type.essence();
    let is_meant = |(name, _): &(&str, Node<'a>)| {
        let name = name.split(';').next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case(&essence)
    };
    let found = all.filter(is_meant);
    let found = found.map(|(_, node)| Found {
        name: String::new(),
        node,
    });
    found.collect()
}
