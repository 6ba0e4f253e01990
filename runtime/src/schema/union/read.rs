//! Which member a value is read into.

use std::rc::Rc;

use serde::{Deserializer, de::Error};

use super::{
    JsonType, Test, Union,
    tries::{self, Reading},
};
use crate::schema::{Buffer, Fields, Seen, path};

/// Reads a value into the member that fits it best: the one that its tag names, else the one of
/// its JSON type, else the one that has all it requires and most of what is there. A tag is a hint,
/// so a member that cannot be read gives way to the next.
///
/// # Errors
/// When no member can be read from the value.
pub(super) fn read<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let (value, is_new) = Buffer::read(deserializer)?;
    let _reading = is_new.then(Reading::begin);
    let (candidates, is_known) = candidates::<T>(&value);
    let mut first_fault = None;
    for member in candidates {
        if tries::has_failed::<T>(&value, member) {
            continue;
        }
        let before = path::length();
        match T::read_member(member, &value) {
            Ok(read) => return Ok(read),
            Err(fault) => {
                tries::failed::<T>(&value, member);
                let below = path::cut(before);
                first_fault.get_or_insert((fault, below));
            }
        }
    }
    let found = JsonType::of(&value);
    if !is_known
        && found == JsonType::Object
        && let Some(other) = value.to_value().ok().and_then(T::other)
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

type Member = (Rc<str>, Buffer);

/// The member of an object that has this name: of several, the last.
fn member<'b>(object: &'b [Member], name: &str) -> Option<&'b Buffer> {
    let mut members = object.iter().rev();
    let found = members.find(|(key, _)| **key == *name);
    found.map(|(_, value)| value)
}

/// The indices of members to try, best first; and whether the tag names one of them.
fn candidates<T: Union>(value: &Buffer) -> (Vec<usize>, bool) {
    let object = value.as_object();
    let tag = object.and_then(|object| member(object, T::TAG));
    let mut named = vec![false; object.map_or(0, <[_]>::len)];
    let mut known = false;
    let mut scored: Vec<(Score, usize)> = Vec::new();
    for (member, test) in T::TESTS.iter().enumerate() {
        let score = match *test {
            Test::Json(of) if of.takes(value) => Some((FITS, 0)),
            Test::Json(of) => of.takes_as_whole(value).then_some((LOSES, 0)),
            Test::Tag(tags) => match tag {
                Some(tag) if tags.iter().any(|one| one.is(tag)) => {
                    known = true;
                    Some((usize::MAX, 0))
                }
                Some(_) => None,
                None => object.map(|_| (MAY_FIT, 0)),
            },
            Test::Fields(fields) => object
                .and_then(|object| found(fields(), object, &mut named))
                .map(|found| (FITS, found)),
            Test::Any => Some((MAY_FIT, 0)),
        };
        scored.extend(score.map(|score| (score, member)));
    }
    let most = named.iter().filter(|named| **named).count();
    for ((fit, found), member) in &mut scored {
        // Another type has what this one would lose, or none of it has a field here.
        let is_loss = *found < most || (*found == 0 && !named.is_empty());
        if is_loss && matches!(T::TESTS.get(*member), Some(Test::Fields(_))) {
            *fit = LOSES;
        }
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

/// How many of an object's members have a field; `None` where a required one is missing. Those that
/// have one are noted, since they are lost with types that have not.
fn found(fields: Fields, object: &[Member], named: &mut [bool]) -> Option<usize> {
    let (mut found, mut from) = (0, 0);
    let mut seen = Seen::new(fields.count());
    for ((key, _), named) in object.iter().zip(named) {
        if let Some(index) = fields.find(key, from) {
            *named = true;
            found += usize::from(!seen.contains(index));
            seen.insert(index);
            from = index + 1;
        }
    }
    let mut required = 0..fields.required.len();
    required.all(|index| seen.contains(index)).then_some(found)
}
