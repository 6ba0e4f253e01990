//! Lists.

use serde_json::{Value, json};

use super::{
    super::{node::Node, reader::Reader},
    text::picked,
};
use crate::model::{Array, Choice, Schema, SchemaId, Shape};

const KEYS: &[&str] = &["minItems", "maxItems", "uniqueItems"];

impl<'a> Reader<'a> {
    pub(super) fn array(&mut self, node: &Node<'a>) -> Shape {
        let mut own = picked(node, KEYS);
        own.insert("items".to_owned(), json!({}));
        let parsed = self.parse_map::<openapiv3::ArrayType>(node, "a schema", own);
        let count = |items: Option<usize>| items.map(|items| items as u64);
        let (min_items, max_items, unique) = match parsed {
            Some(openapiv3::ArrayType {
                items: _,
                min_items,
                max_items,
                unique_items,
            }) => (count(min_items), count(max_items), unique_items),
            None => (None, None, false),
        };
        Shape::Array(Array {
            items: self.items(node),
            min_items,
            max_items,
            unique,
        })
    }

    /// What the items are: of a list whose places have schemas of their own, one of those.
    pub(in crate::front) fn items(&mut self, node: &Node<'a>) -> SchemaId {
        let items = node.get("items");
        let mut places: Vec<Node<'a>> = self.list(node, "prefixItems");
        let mut rest = None;
        match &items {
            Some(items) if items.value.is_array() => {
                places.extend(items.items());
                rest = node
                    .get("additionalItems")
                    .filter(|one| one.value.is_object());
            }
            Some(items) if *items.value != Value::Bool(false) => rest = Some(items.clone()),
            _ => {}
        }
        if places.is_empty() {
            return match rest {
                Some(items) => self.schema(items),
                None => self.schemas.push(Schema::blank(node.at.child("items"))),
            };
        }
        let members = places.into_iter().chain(rest);
        let members = members.map(|member| self.schema(member)).collect();
        let shape = Shape::Choice(Choice {
            members,
            discriminator: None,
        });
        self.schemas.push(Schema {
            shape,
            ..Schema::blank(node.at.child("items"))
        })
    }
}
