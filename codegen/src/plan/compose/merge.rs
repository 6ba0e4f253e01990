//! `allOf`: one schema of several.

use super::{Composer, scalar};
use crate::{
    diagnostic::{Code, Diagnostic, Origin, Place},
    model::{Array, Choice, Schema, SchemaId, Shape},
};

/// More variants than this are no help to anyone.
const MOST_VARIANTS: usize = 128;

impl Composer<'_> {
    /// The schema that takes what all of its parts take.
    pub(super) fn merged(&mut self, id: SchemaId, schema: Schema, parts: &[SchemaId]) -> Schema {
        let (leaves, nullable) = self.leaves(parts);
        let nullable = schema.nullable || nullable;
        let mut plain = Vec::new();
        let mut choices = Vec::new();
        for leaf in leaves {
            match &self.source.get(leaf).shape {
                Shape::Choice(choice)
                    if self.is_within(id, choice) || self.was_chosen(id, leaf) => {}
                Shape::Choice(choice) => {
                    let members = choice.members.clone();
                    if !members.iter().all(|member| self.is_demand(*member)) {
                        choices.push(leaf);
                    }
                }
                _ => plain.push(leaf),
            }
        }
        let shape = match (plain.as_slice(), choices.as_slice()) {
            ([], []) => Shape::Any,
            ([only], []) => self.only(id, *only),
            ([], [only]) => match &self.source.get(*only) {
                Schema {
                    name: None, shape, ..
                } => shape.clone(),
                _ => Shape::Same(*only),
            },
            (_, []) => self.all_of(id, &plain),
            (_, [first, rest @ ..]) => {
                let beside: Vec<_> = plain.iter().chain(rest).copied().collect();
                self.distributed(id, &beside, *first)
            }
        };
        Schema {
            shape,
            nullable,
            ..schema
        }
    }

    /// A single part: under its own name where it has one, else as if it stood here.
    fn only(&self, id: SchemaId, only: SchemaId) -> Shape {
        let part = self.source.get(only);
        if part.name.is_some() || part.at != self.source.get(id).at {
            Shape::Same(only)
        } else {
            part.shape.clone()
        }
    }

    /// Whether a schema is one of those that a choice is among: then the choice says nothing of it.
    fn is_within(&self, id: SchemaId, choice: &Choice) -> bool {
        choice
            .members
            .iter()
            .any(|member| self.source.meant(*member) == id)
    }

    /// Whether a schema is what came of this choice.
    fn was_chosen(&self, id: SchemaId, choice: SchemaId) -> bool {
        self.chosen
            .get(&id)
            .is_some_and(|chosen| chosen.contains(&choice))
    }

    fn all_of(&mut self, id: SchemaId, parts: &[SchemaId]) -> Shape {
        let own = self.source.get(id).at.clone();
        let mut merged: Option<Shape> = None;
        for part in parts {
            let schema = self.source.get(*part);
            if !self.effort.copy(&schema.shape) {
                return Shape::Faulty;
            }
            let (mut shape, at) = (schema.shape.clone(), schema.at.clone());
            // What tells apart those that extend a part tells nothing of the whole.
            if let Shape::Object(object) = &mut shape
                && at != own
            {
                object.discriminator = None;
            }
            merged = Some(match merged {
                None => shape,
                Some(before) => self.both(before, shape, &at),
            });
        }
        merged.unwrap_or(Shape::Any)
    }

    /// What two shapes both take. Where that is nothing, the first is kept.
    fn both(&mut self, one: Shape, other: Shape, at: &Origin) -> Shape {
        match (one, other) {
            (Shape::Object(one), Shape::Object(other)) => Shape::Object(self.objects(one, other)),
            (Shape::Text(one), Shape::Text(other)) => Shape::Text(scalar::texts(one, other)),
            (Shape::Integer(one), Shape::Integer(other)) => {
                Shape::Integer(scalar::integers(one, other))
            }
            (Shape::Integer(integer), Shape::Number(_))
            | (Shape::Number(_), Shape::Integer(integer)) => Shape::Integer(integer),
            (Shape::Number(one), Shape::Number(other)) => {
                Shape::Number(scalar::numbers(one, other))
            }
            (Shape::Boolean(one), Shape::Boolean(other)) => {
                Shape::Boolean(scalar::booleans(one, other))
            }
            (Shape::Array(one), Shape::Array(other)) => Shape::Array(Array {
                items: self.both_ids(one.items, other.items),
                min_items: one.min_items.max(other.min_items),
                max_items: scalar::least(one.max_items, other.max_items),
                unique: one.unique || other.unique,
            }),
            (Shape::Null, Shape::Null) => Shape::Null,
            (Shape::Null, other) => other,
            (one, Shape::Null) => one,
            (one, _) => {
                let message = "no value is of both these types, so this part has no effect";
                let help = "write `oneOf` where a value may be one or the other";
                self.report(Diagnostic::new(Code::Ignored, at.key(), message).help(help));
                one
            }
        }
    }

    /// The schema of what two schemas both take.
    pub(super) fn both_ids(&mut self, one: SchemaId, other: SchemaId) -> SchemaId {
        let is_any = |id: SchemaId| matches!(self.source.get(id).shape, Shape::Any);
        if self.source.meant(one) == self.source.meant(other) || is_any(other) {
            return one;
        }
        if is_any(one) {
            return other;
        }
        let unnamed = [one, other]
            .into_iter()
            .filter(|id| self.source.get(*id).name.is_none());
        self.parts.extend(unnamed);
        let pair = (self.source.meant(one), self.source.meant(other));
        if let Some(merged) = self.merged.get(&pair) {
            return *merged;
        }
        if self.is_full() {
            return one;
        }
        let nearer = self.source.get(other);
        let description = nearer.description.clone();
        let merged = Schema {
            description: description.or_else(|| self.source.get(one).description.clone()),
            shape: Shape::AllOf(vec![one, other]),
            ..Schema::blank(nearer.at.clone())
        };
        let merged = self.source.push(merged);
        self.merged.insert(pair, merged);
        merged
    }

    /// Whether nothing more is merged; reported, once.
    fn is_full(&mut self) -> bool {
        let full = self.source.len() > super::MOST_MERGED;
        if full {
            let at = self.source.get(SchemaId::default()).at.clone();
            let message = "the compositions of this document have no end in sight";
            let help = "write out what `allOf` stands for, or take members of `oneOf` out";
            let diagnostic = Diagnostic::new(Code::LimitExceeded, Place::file(&at.file), message);
            self.report(diagnostic.help(help));
        }
        full
    }

    /// A choice, each of whose members is merged with what stands beside the choice.
    fn distributed(&mut self, id: SchemaId, beside: &[SchemaId], from: SchemaId) -> Shape {
        let Shape::Choice(choice) = self.source.get(from).shape.clone() else {
            return Shape::Any;
        };
        let mut chosen = self.chosen.get(&id).cloned().unwrap_or_default();
        chosen.insert(from);
        let at = self.source.get(id).at.clone();
        if choice.members.len() * self.choices_among(beside) > MOST_VARIANTS || self.is_full() {
            let message =
                "these compositions have too many variants, so only what they share is typed";
            self.report(
                Diagnostic::new(Code::NoType, at.key(), message)
                    .help("take members of `oneOf` or `anyOf` out, or write out what is meant"),
            );
            return Shape::Any;
        }
        let mut mapping = choice.discriminator.clone();
        let mut members = Vec::new();
        for member in choice.members {
            let (within, _) = self.leaves(&[member]);
            if beside.iter().all(|part| within.contains(part)) {
                members.push(member);
                continue;
            }
            let original = self.source.get(member);
            let meant = self.source.get(self.source.meant(member));
            let label = [&original.label, &meant.name, &original.title, &meant.title]
                .into_iter()
                .find_map(Clone::clone);
            let parts = beside.iter().copied().chain([member]).collect();
            let merged = Schema {
                label,
                description: original.description.clone(),
                shape: Shape::AllOf(parts),
                ..Schema::blank(original.at.clone())
            };
            let merged = self.source.push(merged);
            self.chosen.insert(merged, chosen.clone());
            let target = self.source.meant(member);
            for (_, mapped) in mapping.iter_mut().flat_map(|one| &mut one.mapping) {
                if self.source.meant(*mapped) == target {
                    *mapped = merged;
                }
            }
            members.push(merged);
        }
        Shape::Choice(Choice {
            members,
            discriminator: mapping,
        })
    }

    fn choices_among(&self, parts: &[SchemaId]) -> usize {
        let members = parts
            .iter()
            .map(|part| match &self.source.get(*part).shape {
                Shape::Choice(choice) => choice.members.len().max(1),
                _ => 1,
            });
        members.fold(1, usize::saturating_mul)
    }
}
