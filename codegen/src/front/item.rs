//! Media types of many items, one after the other: what one of them is (OpenAPI 3.2.0 §4.14.4).

use serde_json::Value;

use super::{dialect::Dialect, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Representation, SchemaId},
};

impl<'a> Reader<'a> {
    /// The schema of a representation: of the whole, or of one item where there are many. Before
    /// OpenAPI 3.2 `schema` is that of an item; from then on it is that of the list of all, and
    /// `itemSchema` that of an item.
    pub(super) fn content_schema(
        &mut self,
        representation: Representation,
        media_type: &Node<'a>,
    ) -> Option<SchemaId> {
        self.newer_keys(media_type, Dialect::V32, &["itemSchema"]);
        let whole = media_type.get("schema");
        let is_event = match representation {
            Representation::JsonSequence => false,
            Representation::Events => true,
            Representation::Multipart => {
                let why = "parts of a form are told apart by name, so this has no effect";
                let help = "describe them by `type: object` and `properties` in `schema`";
                self.ignore(media_type, "itemSchema", why, help);
                return whole.map(|schema| self.schema(schema));
            }
            Representation::Json
            | Representation::Form
            | Representation::Text
            | Representation::Xml
            | Representation::Bytes => {
                let why = "the body is not taken apart into items, so this has no effect";
                let help = "nothing needs to change, or describe the whole by `schema`";
                self.ignore(media_type, "itemSchema", why, help);
                return whole.map(|schema| self.schema(schema));
            }
        };
        if let Some(item) = media_type.get("itemSchema") {
            let why = "the body is given item by item, so `itemSchema` alone has an effect";
            let help = "nothing needs to change: what all items are together is not checked";
            self.ignore(media_type, "schema", why, help);
            return match is_event {
                true => self.event_data(&item, vec![item.clone()]),
                false => Some(self.schema(item)),
            };
        }
        let whole = whole?;
        if !self.has_3_2() {
            return Some(self.schema(whole));
        }
        match self.list_schema(&whole) {
            Some(list) if is_event => {
                let items = list.get("items").filter(|one| one.value.is_object());
                let mut events = self.list(&list, "prefixItems");
                events.extend(items);
                self.event_data(&whole, events)
            }
            Some(list) => Some(self.items(&list)),
            None => {
                let place = self.key_place(&whole.at);
                let message = "`schema` is for the list of all items since OpenAPI 3.2, and this is \
                               read as that of one";
                let help = "name it `itemSchema`";
                self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
                Some(self.schema(whole))
            }
        }
    }

    /// The list that a schema is of, as far as can be seen at a glance.
    fn list_schema(&mut self, schema: &Node<'a>) -> Option<Node<'a>> {
        let schema = self.glance(schema.clone())?;
        let has = |key: &str| schema.get(key).is_some();
        let is_list = match schema.value.get("type") {
            Some(Value::String(name)) => name == "array",
            Some(Value::Array(names)) => names.iter().any(|name| name == "array"),
            _ => has("items") || has("prefixItems"),
        };
        is_list.then_some(schema)
    }
}
