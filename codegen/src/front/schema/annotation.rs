//! What is said of a schema beside what it takes.

use serde_json::{Map, Value};

use super::super::{node::Node, reader::Reader};
use crate::model::Schema;

/// Keys of annotations, and no others: the rest is read by what the schema takes.
const KEYS: &[&str] = &[
    "title",
    "description",
    "nullable",
    "deprecated",
    "readOnly",
    "writeOnly",
    NULLABLE,
];

/// What Swagger 2.0 has no key for, and vendors write; some kept it for OpenAPI 3.
const NULLABLE: &str = "x-nullable";

impl<'a> Reader<'a> {
    /// The schema with its words and flags, taking whatever it took before.
    pub(super) fn annotations(&mut self, node: &Node<'a>, blank: Schema) -> Schema {
        let members = node.members().into_iter().flatten();
        let own: Map<String, Value> = members
            .filter(|(key, _)| KEYS.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        if own.is_empty() {
            return blank;
        }
        let Some(data) = self.parse_map::<openapiv3::SchemaData>(node, "a schema", own) else {
            return blank;
        };
        Schema {
            title: data.title,
            description: data.description,
            deprecated: data.deprecated,
            nullable: data.nullable || node.value.get(NULLABLE) == Some(&Value::Bool(true)),
            ..blank
        }
    }
}
