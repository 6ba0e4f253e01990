//! Values taken apart by way of their JSON: members keep their order, and numbers their text.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::{
    BuildError,
    schema::{Wire, Written},
};

/// A value as JSON text.
pub(super) fn raw<T: Wire>(value: &T) -> Result<Box<RawValue>, BuildError> {
    serde_json::value::to_raw_value(&Written(value))
        .map_err(|error| BuildError::body(error.to_string()))
}

/// The members of an object, in order.
pub(super) fn members(raw: &RawValue) -> Result<Vec<(String, &RawValue)>, BuildError> {
    match Json::of(raw)? {
        Json::Object(members) => Ok(members),
        Json::Null | Json::Scalar(_) | Json::List(_) => {
            Err(BuildError::body("a form is made of named members"))
        }
    }
}

/// A value by what can be done with it.
pub(super) enum Json<'v> {
    /// `null`: nothing is sent for it.
    Null,
    /// A string, a number or a boolean, as text.
    Scalar(String),
    /// A list.
    List(Vec<&'v RawValue>),
    /// An object: its members in order.
    Object(Vec<(String, &'v RawValue)>),
}

impl<'v> Json<'v> {
    pub(super) fn of(raw: &'v RawValue) -> Result<Self, BuildError> {
        Self::parse(raw.get()).map_err(|error| BuildError::body(error.to_string()))
    }

    fn parse(text: &'v str) -> serde_json::Result<Self> {
        Ok(match text.bytes().next() {
            Some(b'n') => Self::Null,
            Some(b'"') => Self::Scalar(serde_json::from_str(text)?),
            Some(b'[') => Self::List(serde_json::from_str(text)?),
            Some(b'{') => Self::Object(serde_json::from_str::<Members<'v>>(text)?.0),
            // A whole number of a type with a fraction is written as in a parameter.
            _ => Self::Scalar(text.strip_suffix(".0").unwrap_or(text).to_owned()),
        })
    }
}

/// The members of an object, in order.
struct Members<'v>(Vec<(String, &'v RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
