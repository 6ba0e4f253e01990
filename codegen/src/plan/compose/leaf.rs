//! What a schema consists of, past references and `allOf`.

use indexmap::IndexSet;

use super::Composer;
use crate::model::{Additional, Object, SchemaId, Shape};

impl Composer<'_> {
    /// The schemas of which all must fit, each once; and whether `null` does.
    pub(super) fn leaves(&self, parts: &[SchemaId]) -> (Vec<SchemaId>, bool) {
        let mut leaves = Vec::new();
        let mut seen = IndexSet::new();
        let mut open: Vec<(SchemaId, bool)> = parts.iter().rev().map(|id| (*id, false)).collect();
        let mut takes_null = Vec::new();
        while let Some((id, nullable)) = open.pop() {
            let schema = self.source.get(id);
            let nullable = nullable || schema.nullable;
            if !self.effort.take(1) {
                break;
            }
            if !seen.insert(id) {
                continue;
            }
            match &schema.shape {
                Shape::Same(next) => open.push((*next, nullable)),
                Shape::AllOf(parts) => open.extend(parts.iter().rev().map(|id| (*id, nullable))),
                // A part that says nothing but this means it of the whole.
                Shape::Any if nullable => return (self.leaves_of_rest(parts, id), true),
                Shape::Any | Shape::Faulty => {}
                _ => {
                    leaves.push(id);
                    takes_null.push(nullable);
                }
            }
        }
        let nullable = !takes_null.is_empty() && takes_null.iter().all(|one| *one);
        (leaves, nullable)
    }

    /// The leaves, without a look at `null`.
    fn leaves_of_rest(&self, parts: &[SchemaId], except: SchemaId) -> Vec<SchemaId> {
        let mut leaves = Vec::new();
        let mut seen = IndexSet::from([except]);
        let mut open: Vec<SchemaId> = parts.iter().rev().copied().collect();
        while let Some(id) = open.pop() {
            if !self.effort.take(1) {
                break;
            }
            if !seen.insert(id) {
                continue;
            }
            match &self.source.get(id).shape {
                Shape::Same(next) => open.push(*next),
                Shape::AllOf(parts) => open.extend(parts.iter().rev()),
                Shape::Any | Shape::Faulty => {}
                _ => leaves.push(id),
            }
        }
        leaves
    }

    /// Whether a schema only demands members that others describe.
    pub(super) fn is_demand(&self, id: SchemaId) -> bool {
        let (leaves, _) = self.leaves(&[id]);
        leaves
            .iter()
            .all(|leaf| match &self.source.get(*leaf).shape {
                Shape::Object(object) => is_bare_object(object),
                Shape::Choice(choice) => {
                    *leaf != id
                        && choice
                            .members
                            .iter()
                            .all(|member| *member != id && self.is_bare(*member))
                }
                _ => false,
            })
    }

    fn is_bare(&self, id: SchemaId) -> bool {
        match &self.source.get(self.source.meant(id)).shape {
            Shape::Object(object) => is_bare_object(object),
            Shape::Any => true,
            _ => false,
        }
    }
}

/// Whether nothing is said of what the members are.
fn is_bare_object(object: &Object) -> bool {
    object.properties.is_empty() && !matches!(object.additional, Additional::Schema(_))
}
