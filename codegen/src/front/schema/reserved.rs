//! Component schemas that are read only where something leads to them.

use indexmap::IndexSet;
use serde_json::Value;

use super::super::{node::Node, reader::Reader};
use crate::{
    collection::Table,
    diagnostic::Origin,
    model::{Schema, SchemaId},
};

/// Component schemas without which there may be nothing to do.
#[derive(Debug, Default)]
pub(in crate::front) struct Reserved<'a> {
    /// Their ids, which have the order of the document whatever leads to them.
    ids: Table<Origin, SchemaId>,
    /// Those that extend another schema by `allOf`.
    extenders: Table<Origin, Vec<Node<'a>>>,
}

impl Reserved<'_> {
    /// The id that was kept for the schema that stands there.
    pub(super) fn take(&mut self, at: &Origin) -> Option<SchemaId> {
        self.ids.swap_remove(at)
    }
}

impl<'a> Reader<'a> {
    /// Keeps an id for a schema.
    pub(super) fn reserve(&mut self, node: Node<'a>) {
        let members = node.value.get("allOf").and_then(Value::as_array);
        let members = members.map_or(0, Vec::len);
        if !self.spend(&node, super::STEPS_OF_A_SCHEMA + members) {
            return;
        }
        let id = self.schemas.push(Schema::blank(node.at.clone()));
        self.reserved.ids.insert(node.at.clone(), id);
        let parts = node.get("allOf").into_iter().flat_map(|all| all.items());
        for part in parts.filter(|part| part.value.get("$ref").is_some()) {
            if let Some(base) = self.peek(part) {
                let extenders = self.reserved.extenders.get_or_default(base.at);
                extenders.push(node.clone());
            }
        }
    }

    /// Reads what extends a schema, where a value of it may be one of those: nothing else leads to
    /// them.
    pub(super) fn extenders(&mut self, base: &Node<'a>) {
        let is = |key: &str| base.value.get(key).is_some();
        if self.reserved.extenders.is_empty() || !is("discriminator") || is("oneOf") || is("anyOf")
        {
            return;
        }
        let mut seen = IndexSet::new();
        let mut open = vec![base.at.clone()];
        while let Some(at) = open.pop() {
            let extenders = self.reserved.extenders.get(&at).cloned();
            for extender in extenders.into_iter().flatten() {
                if seen.insert(extender.at.clone()) {
                    open.push(extender.at.clone());
                    self.schema(extender);
                }
            }
        }
    }
}
