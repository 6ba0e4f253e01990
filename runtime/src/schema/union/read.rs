//! Which member a value is read into.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::{Map, Value};

use super::{JsonType, Test, Union};
use crate::schema::{Fields, path};

/// Reads a value into the member that fits it best: the one that its tag names, else the one of
/// its JSON type, else the one that has all it requires and most of what is there. A tag is a hint,
/// so a member that cannot be read gives way to the next.
///
/// # Errors
/// When no member can be read from the value.
pub(super) fn read<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let (candidates, is_known) = candidates::<T>(&value);
    let mut first_fault = None;
    for member in candidates {
        let before = path::length();
        match T::read_member(member, value.clone()) {
            Ok(read) => return Ok(read),
            Err(fault) => {
                let below = path::cut(before);
                first_fault.get_or_insert((fault, below));
            }
        }
    }
    let found = JsonType::of(&value);
    if !is_known
        && found == JsonType::Object
        && let Some(other) = T::other(value)
    {
        return Ok(other);
    }
    Err(match first_fault {
        Some((fault, below)) => {
            path::extend(below);
            D::Error::custom(fault)
        }
        None => D::Error::custom(format_args!(
            "invalid type: {found:?} is not one of those that {} takes",
            T::NAME
        )),
    })
}

/// The indices of members to try, best first; and whether the tag names one of them.
fn candidates<T: Union>(value: &Value) -> (Vec<usize>, bool) {
    let object = value.as_object();
    let tag = object.and_then(|object| object.get(T::TAG));
    let named = object.map_or(0, named::<T>);
    let mut known = false;
    let mut scored: Vec<(Score, usize)> = Vec::new();
    for (member, test) in T::TESTS.iter().enumerate() {
        let score = match *test {
            Test::Json(of) => of.takes(value).then_some((FITS, 0)),
            Test::Tag(tags) => match tag {
                Some(tag) if tags.iter().any(|one| one.is(tag)) => {
                    known = true;
                    Some((usize::MAX, 0))
                }
                Some(_) => None,
                None => object.map(|_| (MAY_FIT, 0)),
            },
            Test::Fields(fields) => object.and_then(|object| fit(fields, object, named)),
            Test::Any => Some((MAY_FIT, 0)),
        };
        scored.extend(score.map(|score| (score, member)));
    }
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    (
        scored.into_iter().map(|(_, member)| member).collect(),
        known,
    )
}

/// How well a type fits a value: what takes it, before what may, before what would lose a part of it;
/// then by how many members have a field.
type Score = (usize, usize);

const LOSES: usize = 0;
const MAY_FIT: usize = 1;
const FITS: usize = 2;

/// How an object fits; `None` where a required member is missing. A type that has none of the members,
/// or not all that types of the union have between them, would lose the others.
fn fit(fields: Fields, object: &Map<String, Value>, named: usize) -> Option<Score> {
    let mut required = fields.required.iter();
    if required.any(|name| !object.contains_key(*name)) {
        return None;
    }
    let found = fields.iter().filter(|name| object.contains_key(*name));
    let found = found.count();
    let is_loss = found < named || (found == 0 && !object.is_empty());
    Some((if is_loss { LOSES } else { FITS }, found))
}

/// How many of an object's members have a field in some type of a union.
fn named<T: Union>(object: &Map<String, Value>) -> usize {
    let has = |test: &Test, name: &str| match test {
        Test::Fields(fields) => fields.iter().any(|field| field == name),
        Test::Json(_) | Test::Tag(_) | Test::Any => false,
    };
    let names = object.keys();
    let names = names.filter(|name| T::TESTS.iter().any(|test| has(test, name)));
    names.count()
}
