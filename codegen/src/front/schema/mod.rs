//! Schemas (OpenAPI 3.0.3 §4.7.24, 3.1.1 §4.8.24): each read once, and referred to by id.

mod annotation;
mod array;
mod choice;
mod guess;
mod inline;
mod key;
mod number;
mod object;
mod reference;
mod reserved;
mod shape;
mod text;
mod values;

use super::{dialect::Dialect, node::Node, reader::Reader};
use crate::model::{Schema, SchemaId, Schemas};

pub(super) use reserved::Reserved;

/// A schema takes the memory of so many values.
const STEPS_OF_A_SCHEMA: usize = 16;

impl<'a> Reader<'a> {
    /// Reads the component schemas: all of them, or only those that something leads to.
    pub(super) fn component_schemas(&mut self, root: &Node<'a>, with_unused: bool) {
        if self.is_v20() {
            let schemas = self.mapping(root, "definitions");
            return self.take_components(schemas, with_unused);
        }
        self.mapping(root, "components");
        if let Some(components) = self.member(root, "components") {
            self.known_keys(&components, key::COMPONENTS);
            self.newer_keys(&components, Dialect::V31, &["pathItems"]);
            self.newer_keys(&components, Dialect::V32, &["mediaTypes"]);
            let schemas = self.mapping(&components, "schemas");
            self.take_components(schemas, with_unused);
        }
    }

    fn take_components(&mut self, schemas: Vec<(&'a str, Node<'a>)>, with_unused: bool) {
        for (_, schema) in schemas {
            if with_unused {
                self.schema(schema);
            } else {
                self.reserve(schema);
            }
        }
    }

    /// The id of a schema. What it means is read later, by [`Self::read_schemas`]: so neither a
    /// circle of schemas nor a chain of any length is an obstacle.
    pub(super) fn schema(&mut self, node: Node<'a>) -> SchemaId {
        if let Some(id) = self.schema_ids.get(&node.at) {
            return *id;
        }
        if !self.spend(&node, STEPS_OF_A_SCHEMA) {
            return Schemas::NONE;
        }
        let reserved = self.reserved.take(&node.at);
        let id = reserved.unwrap_or_else(|| self.schemas.push(Schema::blank(node.at.clone())));
        self.schema_ids.insert(node.at.clone(), id);
        self.unread_schemas.push_back((id, node));
        id
    }

    /// Reads every schema that has an id, and those that they refer to.
    pub(super) fn read_schemas(&mut self) {
        while let Some((id, node)) = self.unread_schemas.pop_front() {
            self.extenders(&node);
            let mut blank = Schema::blank(node.at.clone());
            blank.name = component_name(&self.documents.root.name, &node);
            let reference = node.get("$ref").filter(|one| one.value.is_string());
            let reference = reference.or_else(|| self.dynamic_reference(&node));
            let read = match (reference, self.recursive(&node)) {
                (Some(reference), _) => self.schema_reference(&node, &reference, blank),
                (None, Some(target)) => self.recursive_reference(&node, target, blank),
                (None, None) => self.inline(&node, blank),
            };
            self.schemas.set(id, read);
        }
    }
}

/// The name under `components/schemas`, or that of a schema in a file of its own.
fn component_name(root: &str, node: &Node<'_>) -> Option<String> {
    let tokens: Vec<_> = node.at.tokens().take(4).collect();
    let keys: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    let is_root = *node.at.file == *root;
    match keys.as_slice() {
        ["components", "schemas", name] | ["definitions" | "$defs", name] => {
            Some((*name).to_owned())
        }
        [] if !is_root => {
            let file = node.at.file.rsplit(['/', '\\']).next()?;
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            Some(stem.to_owned())
        }
        // In a file of schemas the keys are their names; in that of a parameter they are not.
        ["schema" | "items" | "additionalProperties" | "not"] => None,
        [name] if !is_root => Some((*name).to_owned()),
        _ => None,
    }
}
