//! Examples of schemas (OpenAPI 3.0.3 §4.7.24; `examples` since 3.1, JSON Schema 2020-12 §9.5).

use super::{super::reader::Reader, Found};
use crate::model::{SchemaId, Shape};

impl<'a> Reader<'a> {
    /// The examples of a schema, or of the one that it refers to.
    pub(super) fn schema_examples(&mut self, id: SchemaId) -> Vec<Found<'a>> {
        let mut id = id;
        loop {
            let found = self.own_examples(id);
            match self.schemas.get(id).shape {
                Shape::Same(next) if found.is_empty() => id = next,
                _ => return found,
            }
        }
    }

    /// The examples that stand in a schema itself.
    pub(super) fn own_examples(&self, id: SchemaId) -> Vec<Found<'a>> {
        let Some(node) = self.node_at(&self.schemas.get(id).at) else {
            return Vec::new();
        };
        // One that was made of another's keys stands at none of its own.
        if !node.value.is_object() {
            return Vec::new();
        }
        let mut found = Vec::new();
        if let Some(all) = node.get("examples") {
            let items = all.items().enumerate();
            found.extend(items.map(|(index, node)| Found {
                name: index.to_string(),
                node,
            }));
        }
        if let Some(node) = node.get("example") {
            let name = String::new();
            found.push(Found { name, node });
        }
        found
    }
}
