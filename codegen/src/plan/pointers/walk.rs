//! Where a pointer leads to in values that schemas describe.

use indexmap::IndexSet;

use crate::model::{Additional, Object, SchemaId, Schemas, Shape};

/// What a pointer comes to.
#[derive(Debug, PartialEq)]
pub(super) enum Walk {
    /// Something of which nothing is known.
    Free,
    /// A value that one of these describes.
    There(Vec<SchemaId>),
    /// Nothing: none of these has the key at this position.
    Nowhere {
        position: usize,
        here: Vec<SchemaId>,
    },
}

/// Follows a pointer's keys through a value.
pub(super) fn walk(schemas: &Schemas, start: SchemaId, keys: &[String]) -> Walk {
    let Some(mut here) = members(schemas, [start]) else {
        return Walk::Free;
    };
    for (position, key) in keys.iter().enumerate() {
        match step(schemas, &here, key) {
            Step::Free => return Walk::Free,
            Step::To(next) => here = next,
            Step::Nowhere => return Walk::Nowhere { position, here },
        }
    }
    Walk::There(here)
}

/// The same where only what is declared by its name counts: a map has any.
pub(super) fn walk_declared(schemas: &Schemas, start: SchemaId, keys: &[String]) -> Walk {
    let is_map = |here: &[SchemaId], key: &str| {
        objects(schemas, here).any(|object| {
            matches!(object.additional, Additional::Schema(_))
                && !object.properties.contains_key(key)
        })
    };
    let mut here = members(schemas, [start]).unwrap_or_default();
    for key in keys {
        if is_map(&here, key) {
            return Walk::Free;
        }
        match step(schemas, &here, key) {
            Step::To(next) => here = next,
            Step::Free | Step::Nowhere => break,
        }
    }
    walk(schemas, start, keys)
}

/// What one key leads to.
pub(super) enum Step {
    /// Something of which nothing is known.
    Free,
    /// A value that one of these describes.
    To(Vec<SchemaId>),
    /// Nothing.
    Nowhere,
}

/// Follows one key.
pub(super) fn step(schemas: &Schemas, here: &[SchemaId], key: &str) -> Step {
    let mut next = Vec::new();
    for id in here {
        match &schemas.get(*id).shape {
            Shape::Object(object) => match (object.properties.get(key), object.additional) {
                (Some(property), _) => next.push(property.schema),
                (None, Additional::Schema(values)) => next.push(values),
                (None, Additional::Any) => return Step::Free,
                (None, Additional::Unsaid) if object.properties.is_empty() => return Step::Free,
                // By the letter there may be more than is declared. A key that looks beside it is
                // far more often misspelt than meant.
                (None, Additional::Unsaid | Additional::Forbidden) => {}
            },
            Shape::Array(array) if is_index(key) => next.push(array.items),
            Shape::Array(_)
            | Shape::Null
            | Shape::Boolean(_)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Text(_) => {}
            Shape::Any
            | Shape::Own(_)
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::AllOf(_)
            | Shape::Choice(_) => {
                return Step::Free;
            }
        }
    }
    if next.is_empty() {
        return Step::Nowhere;
    }
    members(schemas, next).map_or(Step::Free, Step::To)
}

/// The schemas that are meant, past references and as members of choices; `None` where one of
/// them takes anything.
pub(super) fn members(
    schemas: &Schemas,
    ids: impl IntoIterator<Item = SchemaId>,
) -> Option<Vec<SchemaId>> {
    let mut open: IndexSet<SchemaId> = ids.into_iter().collect();
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(&id) = open.get_index(next) {
        next += 1;
        match &schemas.get(id).shape {
            Shape::Any | Shape::Own(_) | Shape::Faulty | Shape::AllOf(_) => return None,
            Shape::Same(other) => {
                open.insert(*other);
            }
            Shape::Choice(choice) => open.extend(&choice.members),
            Shape::Null
            | Shape::Boolean(_)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Text(_)
            | Shape::Array(_)
            | Shape::Object(_) => found.push(id),
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The objects among schemas.
pub(super) fn objects<'a>(
    schemas: &'a Schemas,
    here: &'a [SchemaId],
) -> impl Iterator<Item = &'a Object> {
    here.iter().filter_map(|id| match &schemas.get(*id).shape {
        Shape::Object(object) => Some(object),
        _ => None,
    })
}

/// The schemas of elements, where there are lists.
pub(super) fn items(schemas: &Schemas, here: &[SchemaId]) -> Vec<SchemaId> {
    let items = here.iter().filter_map(|id| match &schemas.get(*id).shape {
        Shape::Array(array) => Some(array.items),
        _ => None,
    });
    items.collect()
}

/// Whether a key is a position in a list (RFC 6901 §4). The position after the last, `-`, is one at
/// which nothing ever is.
fn is_index(key: &str) -> bool {
    let is_plain = key == "0" || !key.starts_with('0');
    is_plain && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())
}
