//! Compositions: `allOf`, `oneOf` and `anyOf`, and what tells their members apart.

use serde_json::Value;

use super::super::{
    dialect::Dialect,
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Choice, Discriminator, Schema, SchemaId, Shape},
};

/// Keys beside which `items` is for arrays.
const OF_ARRAYS: &[&str] = &[
    "additionalItems",
    "maxItems",
    "minItems",
    "prefixItems",
    "uniqueItems",
];

impl<'a> Reader<'a> {
    /// The members of `allOf`.
    pub(super) fn all_of(&mut self, node: &Node<'a>) -> Vec<SchemaId> {
        let members = self.list(node, "allOf").into_iter();
        members.map(|member| self.schema(member)).collect()
    }

    /// A choice for `oneOf`, and one for `anyOf`.
    pub(super) fn choices(&mut self, node: &Node<'a>) -> Vec<SchemaId> {
        let mut parts = Vec::new();
        let listed = are_alternatives(node).then_some("items");
        for key in ["oneOf", "anyOf"].into_iter().chain(listed) {
            let members = self.list(node, key);
            if members.is_empty() {
                self.report_empty(node, key);
                continue;
            }
            if key == "items" {
                let message = "`items` is for arrays, and lists what an object can be here";
                let diagnostic =
                    Diagnostic::new(Code::Tolerated, node.at.child(key).key(), message);
                self.report(diagnostic.help("write `oneOf` in its place, as it is read"));
            }
            let members = members
                .into_iter()
                .map(|member| self.schema(member))
                .collect();
            let discriminator = self.discriminator(node);
            parts.push(self.schemas.push(Schema {
                shape: Shape::Choice(Choice {
                    members,
                    discriminator,
                }),
                ..Schema::blank(node.at.child(key))
            }));
        }
        parts
    }

    fn report_empty(&mut self, node: &Node<'a>, key: &str) {
        if let Some(list) = node.get(key).filter(|one| one.value.is_array()) {
            let message = format!("`{key}` has no members, so it says nothing");
            let help = "list the schemas that a value may have, or take it out";
            let diagnostic = Diagnostic::new(Code::Ignored, list.at.key(), message);
            self.report(diagnostic.help(help));
        }
    }

    /// What tells the members of a choice apart, or those that extend an object.
    pub(super) fn discriminator(&mut self, node: &Node<'a>) -> Option<Discriminator> {
        let written = node.get("discriminator")?;
        // Swagger 2.0 writes the name of the property alone.
        if let Value::String(property) = written.value {
            return Some(Discriminator {
                property: property.clone(),
                mapping: Vec::new(),
                otherwise: None,
            });
        }
        self.known_keys(&written, &["propertyName", "mapping", "defaultMapping"]);
        self.newer_keys(&written, Dialect::V32, &["defaultMapping"]);
        let parsed: openapiv3::Discriminator =
            self.parse(&written, "a discriminator", &["mapping", "defaultMapping"])?;
        let mut mapping = Vec::new();
        for (value, target) in self.mapping(&written, "mapping") {
            let found = self.mapped(&target);
            mapping.extend(found.map(|id| (value.to_owned(), id)));
        }
        let otherwise = written.get("defaultMapping");
        Some(Discriminator {
            property: parsed.property_name,
            mapping,
            otherwise: otherwise.and_then(|target| self.mapped(&target)),
        })
    }

    /// The schema that a mapping names: by a reference, or by the bare name of a component.
    fn mapped(&mut self, target: &Node<'a>) -> Option<SchemaId> {
        let Some(text) = target.value.as_str() else {
            let message = format!(
                "a mapping names a schema, and this is {}",
                kind(target.value)
            );
            let section = self.dialect.schemas();
            let help = format!("write the name of a schema under `{section}`, or a reference");
            let diagnostic = Diagnostic::new(Code::Tolerated, target.at.value(), message);
            self.report(diagnostic.help(help));
            return None;
        };
        let root = &self.documents.root;
        let section = self.dialect.schemas();
        let mut keys = section.split('/');
        let schemas = keys.try_fold(Node::root(root), |node, key| node.get(key));
        if let Some(named) = schemas.as_ref().and_then(|schemas| schemas.get(text)) {
            return Some(self.schema(named));
        }
        if self.leads_somewhere(target) {
            let found = self.follow(target)?;
            return Some(self.schema(found));
        }
        let names = schemas.into_iter().flat_map(|schemas| schemas.entries());
        let near = self.closest(text, names.map(|(name, _)| name));
        let message = format!("there is no schema `{}`", text.escape_debug());
        let diagnostic = Diagnostic::warning(Code::UnresolvedRef, target.at.value(), message);
        self.report(match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help(format!("write the name of a schema under `{section}`")),
        });
        None
    }
}

/// Whether `items` lists what an object can be, as some write it: no array is meant then.
pub(super) fn are_alternatives(node: &Node<'_>) -> bool {
    let is_object = |one: &Value| one.get("type").is_some_and(|of| of == "object");
    let is_for_objects = node.value.get("type").is_none() || is_object(node.value);
    let has_members = |one: &Value| one.get("properties").is_some_and(Value::is_object);
    let items = node.value.get("items").and_then(Value::as_array);
    let are_objects = |items: &Vec<Value>| {
        let mut items = items.iter();
        items.len() > 1 && items.all(|one| is_object(one) || has_members(one))
    };
    is_for_objects
        && items.is_some_and(are_objects)
        && OF_ARRAYS.iter().all(|key| node.value.get(*key).is_none())
}
