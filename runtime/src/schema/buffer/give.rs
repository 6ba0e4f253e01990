//! A type of any kind out of a buffer.

use std::{rc::Rc, slice};

use serde::{
    Deserializer,
    de::{
        DeserializeSeed, Error as _, IntoDeserializer, MapAccess, SeqAccess, Visitor,
        value::MapAccessDeserializer,
    },
};
use serde_json::Error;

use super::{Buffer, WHOLE, key::Key};

/// Gives what is in a buffer.
#[derive(Clone, Copy)]
pub(in crate::schema) struct Giver<'b>(pub(in crate::schema) &'b Buffer);

/// Where numbers are kept as text, one gives itself as an integer only if it is written as one.
macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Buffer::Number(number) => match number.as_f64() {
                    Some(float) if number.is_f64() => visitor.visit_f64(float),
                    _ => number.$method(visitor),
                },
                _ => self.deserialize_any(visitor),
            }
        }
    )*};
}

/// Where numbers are kept as text, one gives itself as a number only to who asks for one.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self.0 {
                Buffer::Number(number) => number.$method(visitor),
                _ => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Giver<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Buffer::Null => visitor.visit_unit(),
            Buffer::Bool(value) => visitor.visit_bool(*value),
            Buffer::Number(number) => number.deserialize_any(visitor),
            Buffer::Text(text) => visitor.visit_str(text),
            Buffer::List(list) => {
                let mut items = Items(list.iter());
                let value = visitor.visit_seq(&mut items)?;
                match items.0.len() {
                    0 => Ok(value),
                    left => Err(Error::custom(format_args!(
                        "the list has {left} items more than are read"
                    ))),
                }
            }
            Buffer::Object(members) => visitor.visit_map(Members::of(members)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Buffer::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            WHOLE => self.0.hand_over(),
            RAW => return self.0.to_value()?.deserialize_newtype_struct(name, visitor),
            _ => {}
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Buffer::Object(members) if members.len() == 1 => {
                MapAccessDeserializer::new(Members::of(members))
                    .deserialize_enum(name, variants, visitor)
            }
            Buffer::Text(text) => visitor.visit_enum((&**text).into_deserializer()),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    numbers! { deserialize_f32 deserialize_f64 }

    serde::forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier
    }
}

/// By this name, `serde_json` is asked for a value as text.
const RAW: &str = "$serde_json::private::RawValue";

struct Items<'b>(slice::Iter<'b, Buffer>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let item = self.0.next();
        item.map(|item| seed.deserialize(Giver(item))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Members<'b> {
    rest: slice::Iter<'b, (Rc<str>, Buffer)>,
    value: Option<&'b Buffer>,
}

impl<'b> Members<'b> {
    fn of(members: &'b [(Rc<str>, Buffer)]) -> Self {
        Self {
            rest: members.iter(),
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(Key(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(Giver(value)),
            None => Err(Error::custom("a value without its name")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}
