//! What a value must be by all of the schemas that it has: its own, and those that they refer to or are
//! composed of.

use std::collections::BTreeMap;

use outspoken_codegen::{diagnostic::Origin, source::Documents};
use serde_json::Value;

use super::node::Node;

/// Schemas within schemas, and references to references.
const DEEPEST: usize = 40;

/// What is known of a value.
#[derive(Debug, Default)]
pub(super) struct Facts<'d> {
    /// The schemas that it must fit.
    pub(super) parts: Vec<Node<'d>>,
    /// Members that have one value by a discriminator.
    pub(super) tags: BTreeMap<&'d str, String>,
    /// In how many ways it can be made.
    pub(super) ways: usize,
    /// What the schema is called that was asked for.
    name: Option<String>,
}

impl<'d> Facts<'d> {
    /// What all of these schemas say; of a choice, the member whose turn it is counts. `None` where
    /// nothing fits them.
    pub(super) fn of(all: &[Node<'d>], documents: &'d Documents, turn: usize) -> Option<Self> {
        let mut facts = Self {
            ways: 1,
            ..Self::default()
        };
        let mut open = Vec::new();
        for node in all {
            facts.add(node, documents, turn, &mut open)?;
        }
        Some(facts)
    }

    fn add(
        &mut self,
        node: &Node<'d>,
        documents: &'d Documents,
        turn: usize,
        open: &mut Vec<Origin>,
    ) -> Option<()> {
        if *node.value == Value::Bool(false) || open.len() > DEEPEST {
            return None;
        }
        if open.contains(&node.at) {
            return Some(());
        }
        open.push(node.at.clone());
        let done = self.add_parts(node, documents, turn, open);
        open.pop();
        done
    }

    fn add_parts(
        &mut self,
        node: &Node<'d>,
        documents: &'d Documents,
        turn: usize,
        open: &mut Vec<Origin>,
    ) -> Option<()> {
        if let Some(target) = node.target(documents) {
            if self.name.is_none() {
                self.name = target.at.tokens().last().map(Into::into);
            }
            self.add(&target, documents, turn, open)?;
            // Before 3.1, nothing beside a reference counts.
            if !is_new(documents) {
                return Some(());
            }
        }
        for part in node.items("allOf") {
            self.add(&part, documents, turn, open)?;
        }
        let mut is_choice = false;
        for key in ["oneOf", "anyOf"] {
            let members = node.items(key);
            is_choice |= !members.is_empty();
            self.ways = self.ways.max(members.len());
            let of = turn.checked_rem(members.len());
            if let Some(member) = of.and_then(|of| members.get(of)) {
                self.tag(node, member);
                self.add(member, documents, turn, open)?;
            }
        }
        if let (false, Some(name)) = (is_choice, self.name.clone()) {
            self.name_itself(node, &name);
        }
        self.parts.push(node.clone());
        Some(())
    }

    /// The tag of a choice's member (OpenAPI 3.0.3 §4.7.25).
    fn tag(&mut self, choice: &Node<'d>, member: &Node<'d>) {
        if let Some(name) = member.text("$ref").map(last) {
            self.name_itself(choice, name);
        }
    }

    /// The value of the discriminator for the schema of this name.
    fn name_itself(&mut self, node: &Node<'d>, name: &str) {
        let discriminator = node.get("discriminator");
        let Some(discriminator) = discriminator else {
            return;
        };
        let property = discriminator.text("propertyName");
        let Some(property) = property.or(discriminator.value.as_str()) else {
            return;
        };
        let mapping = discriminator.get("mapping");
        let mapping = mapping.map(|all| all.entries()).unwrap_or_default();
        let mapped = mapping
            .iter()
            .find(|(_, to)| to.value.as_str().map(last) == Some(name));
        let tag = mapped.map_or(name, |(tag, _)| *tag);
        self.tags.entry(property).or_insert_with(|| tag.to_owned());
    }
}

/// Whether the document is of a version in which schemas are those of JSON Schema 2020-12.
fn is_new(documents: &Documents) -> bool {
    let version = documents.root.root.get("openapi").and_then(Value::as_str);
    version.is_some_and(|version| !version.starts_with("3.0"))
}

/// The name at the end of a reference.
fn last(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}
