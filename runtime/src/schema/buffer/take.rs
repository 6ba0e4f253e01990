//! Any value into a buffer.

use std::{fmt, rc::Rc};

use serde::{
    Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::Number;

use super::Buffer;

/// Where `serde_json` keeps numbers as text, as a program that uses it can ask, it gives one as an object
/// with this member.
const NUMBER: &str = "$serde_json::private::Number";

/// Takes a value, and tells whether it is new.
pub(super) struct Whole;

impl<'de> Visitor<'de> for Whole {
    type Value = (Buffer, bool);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    /// Text is read as any value; what is a buffer already hands itself over.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        match Buffer::handed() {
            Some(buffer) => Ok((buffer, false)),
            None => Ok((deserializer.deserialize_any(Taker)?, true)),
        }
    }
}

/// Takes a value.
struct Taker;

impl<'de> DeserializeSeed<'de> for Taker {
    type Value = Buffer;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffer, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Taker {
    type Value = Buffer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Buffer, E> {
        Ok(Buffer::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Buffer, E> {
        Ok(Buffer::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Buffer, E> {
        Ok(Buffer::Number(value.into()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Buffer, E> {
        whole(&value)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Buffer, E> {
        whole(&value)
    }

    fn visit_f64<E>(self, value: f64) -> Result<Buffer, E> {
        Ok(Number::from_f64(value).map_or(Buffer::Null, Buffer::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Buffer, E> {
        Ok(Buffer::Text(value.into()))
    }

    fn visit_none<E>(self) -> Result<Buffer, E> {
        Ok(Buffer::Null)
    }

    fn visit_unit<E>(self) -> Result<Buffer, E> {
        Ok(Buffer::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Buffer, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Buffer, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Taker)? {
            list.push(item);
        }
        Ok(Buffer::List(list.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Buffer, A::Error> {
        let mut members: Vec<(Rc<str>, Buffer)> = Vec::new();
        while let Some(key) = map.next_key_seed(Name)? {
            let value = map.next_value_seed(Taker)?;
            members.push((key, value));
        }
        let number = match members.as_slice() {
            [(key, Buffer::Text(text))] if &**key == NUMBER => text.parse().ok(),
            _ => None,
        };
        Ok(number.map_or_else(|| Buffer::Object(members.into()), Buffer::Number))
    }
}

/// A whole number beyond those of 64 bits, which are only told of where numbers are kept as text: this
/// reads it as it would be written.
fn whole<E: Error>(value: &dyn fmt::Display) -> Result<Buffer, E> {
    let number = value.to_string().parse();
    number.map(Buffer::Number).map_err(E::custom)
}

/// Takes the name of a member.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Rc<str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rc<str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Rc<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Rc<str>, E> {
        Ok(name.into())
    }
}
