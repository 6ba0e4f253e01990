//! What the schema of an error says that the schema of a success cannot.

use super::{
    predicate::tagged,
    recognized::{inside, object, pointer},
};
use crate::{
    collection::order,
    ir::{Predicate, Tag},
    model::{Additional, Api, SchemaId, Shape},
    plan::types::values as listed,
};

/// Of so many values of an error each is listed; of more, it is said which the success has.
const MOST: usize = 20;

/// How many members of a choice, and of an object, are looked at.
const LOOKED_AT: usize = 100;

/// How many members are looked into, for members of theirs.
const NESTED: usize = 20;

/// What says that a success is an error.
pub(super) struct Contradiction {
    /// Where it is.
    at: Vec<String>,
    /// The values that an error has there.
    failed: Vec<Tag>,
    /// Those that a success has; none where it has no room for any.
    succeeded: Vec<Tag>,
}

impl Contradiction {
    /// How many lines it takes, and what it is as a condition.
    pub(super) fn condition(&self) -> (usize, Predicate) {
        let Self {
            at,
            failed,
            succeeded,
        } = self;
        let at = pointer(&at.iter().map(String::as_str).collect::<Vec<_>>());
        let is =
            |values: &[Tag]| Predicate::Equals(at.clone(), values.iter().map(tagged).collect());
        let are_few = failed.len() <= MOST || succeeded.is_empty();
        match are_few {
            true => (failed.len(), is(failed)),
            false => {
                let other = Predicate::Not(Box::new(is(succeeded)));
                let there = Predicate::Empty(at.clone(), false);
                (1 + succeeded.len(), Predicate::All(vec![there, other]))
            }
        }
    }
}

/// A member whose values an error has, and a success cannot have: at the top, or one level down.
pub(super) fn contradiction(
    api: &Api,
    success: SchemaId,
    error: SchemaId,
) -> Option<Contradiction> {
    let top = differing(api, success, error);
    top.or_else(|| {
        let first = object(api, *members(api, success).first()?)?;
        first.properties.keys().take(NESTED).find_map(|outer| {
            let within = |id| inside(api, id, outer);
            let found = differing(api, within(success)?, within(error)?)?;
            let at = [vec![outer.clone()], found.at].concat();
            Some(Contradiction { at, ..found })
        })
    })
}

/// One that both must have comes first, then one that both may have, and then one that a success has no
/// room for.
fn differing(api: &Api, success: SchemaId, error: SchemaId) -> Option<Contradiction> {
    let names = |id| {
        let objects = members(api, id).into_iter();
        let first = objects.filter_map(|one| object(api, one)).next();
        let names = first.into_iter().flat_map(|first| first.properties.keys());
        names.take(LOOKED_AT)
    };
    let differs = |must: bool| {
        names(success).find_map(|name| {
            let failed = values(api, error, name, must)?;
            let succeeded = values(api, success, name, must)?;
            let is_contradiction = !succeeded.iter().any(|value| failed.contains(value));
            is_contradiction.then(|| Contradiction {
                at: vec![name.clone()],
                failed,
                succeeded,
            })
        })
    };
    let has_no_room = || {
        let mut others = names(error).filter(|name| is_closed(api, success, name));
        others.find_map(|name| {
            Some(Contradiction {
                at: vec![name.clone()],
                failed: values(api, error, name, true)?,
                succeeded: Vec::new(),
            })
        })
    };
    differs(true)
        .or_else(|| differs(false))
        .or_else(has_no_room)
}

/// Whether no value of the schema has this member.
fn is_closed(api: &Api, id: SchemaId, name: &str) -> bool {
    let members = members(api, id);
    let is_without = |id: &SchemaId| match &api.schemas.get(api.schemas.meant(*id)).shape {
        Shape::Object(object) => {
            object.additional == Additional::Forbidden && !object.properties.contains_key(name)
        }
        other => is_no_object(other),
    };
    !members.is_empty() && members.iter().all(is_without)
}

/// Whether no value of this shape is an object.
fn is_no_object(shape: &Shape) -> bool {
    match shape {
        Shape::Null
        | Shape::Boolean(_)
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::Text(_)
        | Shape::Array(_) => true,
        Shape::Any
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::Own(_)
        | Shape::Object(_)
        | Shape::AllOf(_)
        | Shape::Choice(_) => false,
    }
}

/// The listed values of a member, which each value of the schema must have, or has if it has the member
/// at all; in order and each once.
fn values(api: &Api, id: SchemaId, name: &str, must: bool) -> Option<Vec<Tag>> {
    let mut all = Vec::new();
    for member in members(api, id) {
        let shape = &api.schemas.get(api.schemas.meant(member)).shape;
        let Shape::Object(object) = shape else {
            // What is no object has no members that could be otherwise.
            if is_no_object(shape) {
                continue;
            }
            return None;
        };
        let property = object.properties.get(name)?;
        let values = listed(api, property.schema);
        if values.is_empty() || must && !property.required {
            return None;
        }
        all.extend(values);
    }
    order::sort(&mut all);
    all.dedup();
    (!all.is_empty()).then_some(all)
}

/// The members of a choice, or the schema itself; none where there are too many.
fn members(api: &Api, id: SchemaId) -> Vec<SchemaId> {
    match &api.schemas.get(api.schemas.meant(id)).shape {
        Shape::Choice(choice) if choice.members.len() > LOOKED_AT => Vec::new(),
        Shape::Choice(choice) => choice.members.clone(),
        _ => vec![id],
    }
}
