//! `oneOf` and `anyOf`: members that say the same or nothing are taken out.

use indexmap::IndexSet;

use super::{Composer, scalar};
use crate::model::{Choice, Integer, Number, Schema, SchemaId, Shape, Text};

impl Composer<'_> {
    /// What a choice comes to, and whether `null` is among it.
    pub(super) fn choice(&mut self, id: SchemaId, choice: &Choice) -> (Shape, bool) {
        let mut nullable = false;
        let mut members = Vec::new();
        let mut seen = IndexSet::from([id]);
        let keeps = choice.discriminator.is_some();
        self.members_of(choice, keeps, &mut seen, &mut members, &mut nullable);
        if !self.put_any_last(&mut members) {
            return (Shape::Any, nullable);
        }
        if !members.is_empty() && members.iter().all(|member| self.is_demand(*member)) {
            return (Self::free_form(), nullable);
        }
        self.unite_texts(&mut members);
        self.unite_numbers(&mut members);
        self.unite_booleans(&mut members);
        let shape = match members.as_slice() {
            [] if nullable => Shape::Null,
            [] => Shape::Faulty,
            [only] => self.only_member(id, *only),
            _ => Shape::Choice(Choice {
                members,
                discriminator: choice.discriminator.clone(),
            }),
        };
        (shape, nullable)
    }

    /// Leaves one member that takes anything, behind the others, where those have members to be
    /// told by; `false` where it says all that there is to say.
    fn put_any_last(&self, members: &mut Vec<SchemaId>) -> bool {
        let is_any = |id: &SchemaId| matches!(self.meant(*id).shape, Shape::Any);
        let has_members = |id: &SchemaId| match &self.meant(*id).shape {
            Shape::Object(object) => !object.properties.is_empty(),
            Shape::AllOf(_) => !self.is_demand(*id),
            _ => false,
        };
        let Some(any) = members.iter().copied().find(is_any) else {
            return true;
        };
        members.retain(|id| !is_any(id));
        members.push(any);
        members.iter().any(has_members)
    }

    /// The one member that is left. A component lends its name to a list of values without one.
    fn only_member(&self, id: SchemaId, only: SchemaId) -> Shape {
        let member = self.source.get(only);
        match &member.shape {
            shape @ (Shape::Text(_) | Shape::Integer(_))
                if member.name.is_none() && self.source.get(id).name.is_some() =>
            {
                shape.clone()
            }
            _ => Shape::Same(only),
        }
    }

    /// The members, each schema once, with those of choices within that have no name.
    fn members_of(
        &self,
        choice: &Choice,
        keeps: bool,
        seen: &mut IndexSet<SchemaId>,
        members: &mut Vec<SchemaId>,
        nullable: &mut bool,
    ) {
        for member in &choice.members {
            let mut here = *member;
            let mut is_named = false;
            loop {
                let schema = self.source.get(here);
                *nullable |= schema.nullable;
                is_named |= schema.name.is_some();
                match schema.shape {
                    Shape::Same(next) => here = next,
                    _ => break,
                }
            }
            if !seen.insert(here) {
                continue;
            }
            match &self.source.get(here).shape {
                Shape::Null => *nullable = true,
                Shape::Choice(inner) if !is_named && !keeps && inner.discriminator.is_none() => {
                    self.members_of(inner, keeps, seen, members, nullable);
                }
                // Reported already; what else there is may still fit.
                Shape::Faulty => {}
                _ => members.push(*member),
            }
        }
    }

    fn meant(&self, id: SchemaId) -> &Schema {
        self.source.get(self.source.meant(id))
    }

    /// One member for all text.
    fn unite_texts(&mut self, members: &mut Vec<SchemaId>) {
        let text = |composer: &Self, id: SchemaId| match &composer.meant(id).shape {
            Shape::Text(text) => Some(composer.with_deprecated(id, text.clone())),
            _ => None,
        };
        let all: Vec<(SchemaId, Text)> = members
            .iter()
            .filter_map(|id| Some((*id, text(self, *id)?)))
            .collect();
        let (listing, plain): (Vec<_>, Vec<_>) =
            all.iter().partition(|(_, text)| !text.values.is_empty());
        let is_file = |(_, text): &&(SchemaId, Text)| text.format.as_deref() == Some("binary");
        let has_files = all.iter().any(|one| is_file(&one));
        let united = match (listing.as_slice(), plain.as_slice()) {
            ([], [_]) | ([], []) => return,
            // Enums are open: the one list of values takes other text, too.
            ([(only, _)], _) if !has_files => *only,
            _ => {
                let texts = all.iter().map(|(_, text)| text.clone());
                let Some(united) = texts.reduce(scalar::either_text) else {
                    return;
                };
                self.united(members, Shape::Text(united))
            }
        };
        self.replace(members, united, |shape| matches!(shape, Shape::Text(_)));
    }

    /// What a deprecated member lists, and others do not, is deprecated among them.
    fn with_deprecated(&self, id: SchemaId, mut text: Text) -> Text {
        if self.source.get(id).deprecated || self.meant(id).deprecated {
            text.deprecated.clone_from(&text.values);
        }
        text
    }

    /// One member for all numbers.
    fn unite_numbers(&mut self, members: &mut Vec<SchemaId>) {
        let mut integers: Vec<Integer> = Vec::new();
        let mut numbers: Vec<Number> = Vec::new();
        for id in members.iter() {
            match &self.meant(*id).shape {
                Shape::Integer(integer) => integers.push(integer.clone()),
                Shape::Number(number) => numbers.push(number.clone()),
                _ => {}
            }
        }
        if integers.len() + numbers.len() < 2 {
            return;
        }
        let shape = if numbers.is_empty() {
            integers
                .into_iter()
                .reduce(scalar::either_integer)
                .map(Shape::Integer)
        } else {
            let bounds = integers.iter().map(|one| one.bounds);
            let bounds = bounds.chain(numbers.iter().map(|one| one.bounds));
            let united = bounds.reduce(|one, other| scalar::either_number(one, other).bounds);
            united.map(|bounds| {
                Shape::Number(Number {
                    bounds,
                    ..Number::default()
                })
            })
        };
        if let Some(shape) = shape {
            let united = self.united(members, shape);
            self.replace(members, united, |shape| {
                matches!(shape, Shape::Integer(_) | Shape::Number(_))
            });
        }
    }

    fn unite_booleans(&mut self, members: &mut Vec<SchemaId>) {
        let is_boolean = |shape: &Shape| matches!(shape, Shape::Boolean(_));
        let count = members
            .iter()
            .filter(|id| is_boolean(&self.meant(**id).shape))
            .count();
        if count > 1 {
            let united = self.united(members, Shape::Boolean(crate::model::Boolean::default()));
            self.replace(members, united, is_boolean);
        }
    }

    /// A schema that stands for several members.
    fn united(&mut self, members: &[SchemaId], shape: Shape) -> SchemaId {
        let at = members
            .first()
            .map(|first| self.source.get(*first).at.clone());
        let at = at.unwrap_or_else(|| self.source.get(SchemaId::default()).at.clone());
        self.source.push(Schema {
            shape,
            ..Schema::blank(at)
        })
    }

    /// Puts one member in the place of the first of those that it stands for.
    fn replace(
        &self,
        members: &mut Vec<SchemaId>,
        united: SchemaId,
        stands_for: impl Fn(&Shape) -> bool,
    ) {
        let mut kept = Vec::new();
        let mut placed = false;
        for member in members.drain(..) {
            if !stands_for(&self.meant(member).shape) {
                kept.push(member);
            } else if !placed {
                kept.push(united);
                placed = true;
            }
        }
        *members = kept;
    }
}
