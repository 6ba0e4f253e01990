//! What a schema of one JSON type takes.

use super::{
    super::{node::Node, reader::Reader},
    guess::JsonType,
};
use crate::model::{Boolean, Shape};

impl<'a> Reader<'a> {
    /// The values of this type that the schema takes; `values` where they are listed.
    pub(super) fn shape(
        &mut self,
        node: &Node<'a>,
        of: JsonType,
        values: Option<&[Node<'a>]>,
    ) -> Shape {
        let values = values.unwrap_or_default();
        match of {
            JsonType::Null => Shape::Null,
            JsonType::Boolean => Shape::Boolean(Boolean {
                values: self.picked(values, "`true` or `false`", serde_json::Value::as_bool),
            }),
            JsonType::Integer => self.integer(node, values),
            JsonType::Number => self.number(node, values),
            JsonType::Text => self.text(node, values),
            JsonType::Array => self.array(node),
            JsonType::Object => self.object(node),
        }
    }
}
