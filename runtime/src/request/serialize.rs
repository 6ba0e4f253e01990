//! From serde's view of a value to that of parameters: objects keep the order of their members, and
//! numbers their digits, which a JSON value in between would lose.

use std::borrow::Cow;

use serde::{
    Serialize, Serializer,
    ser::{
        Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
        SerializeTuple, SerializeTupleStruct, SerializeTupleVariant,
    },
};
use serde_json::Error;

use super::{ParameterValue, Scalar, value::widened};

type Value = ParameterValue<'static>;

/// Where `serde_json` hides a number whose digits it was told to keep.
const NUMBER: &str = "$serde_json::private::Number";

/// What a parameter makes of a value.
pub(super) fn value<T: Serialize + ?Sized>(value: &T) -> Result<Value, Error> {
    value.serialize(ToValue)
}

/// Values of serde's data model, as JSON has them.
struct ToValue;

macro_rules! integers {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method(self, integer: $type) -> Result<Value, Error> {
            Ok(Value::One(Scalar::Integer(integer.into())))
        })*
    };
}

impl Serializer for ToValue {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Items;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    integers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
    }

    fn serialize_u128(self, integer: u128) -> Result<Value, Error> {
        match i128::try_from(integer) {
            Ok(integer) => self.serialize_i128(integer),
            Err(_) => Ok(Value::text(integer.to_string())),
        }
    }

    fn serialize_bool(self, bool: bool) -> Result<Value, Error> {
        Ok(Value::One(Scalar::Bool(bool)))
    }

    fn serialize_f32(self, float: f32) -> Result<Value, Error> {
        self.serialize_f64(widened(float))
    }

    fn serialize_f64(self, float: f64) -> Result<Value, Error> {
        Ok(Value::One(Scalar::Float(float)))
    }

    fn serialize_char(self, char: char) -> Result<Value, Error> {
        Ok(Value::text(char.to_string()))
    }

    fn serialize_str(self, text: &str) -> Result<Value, Error> {
        Ok(Value::text(text.to_owned()))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value, Error> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<Value, Error> {
        Ok(Value::Absent)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Error> {
        Ok(Value::Absent)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Error> {
        Ok(Value::Absent)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Value, Error> {
        Ok(Value::text(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        let inner = value.serialize(self)?;
        Ok(Value::Object(vec![(Cow::Borrowed(variant), inner)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Error> {
        Ok(Items::default())
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, Error> {
        Ok(Items::default())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Error> {
        Ok(Items::default())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items, Error> {
        Ok(Items {
            variant: Some(variant),
            ..Items::default()
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, Error> {
        Ok(Members::default())
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members, Error> {
        Ok(Members {
            is_number: name == NUMBER,
            ..Members::default()
        })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, Error> {
        Ok(Members {
            variant: Some(variant),
            ..Members::default()
        })
    }
}

/// A list in the making.
#[derive(Default)]
struct Items {
    items: Vec<Value>,
    variant: Option<&'static str>,
}

impl Items {
    fn push<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.items.push(value(item)?);
        Ok(())
    }

    fn finish(self) -> Value {
        within(self.variant, Value::Many(self.items))
    }
}

macro_rules! items {
    ($($kind:ident: $method:ident,)*) => {
        $(impl $kind for Items {
            type Ok = Value;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
                self.push(item)
            }

            fn end(self) -> Result<Value, Error> {
                Ok(self.finish())
            }
        })*
    };
}

items! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

/// An object in the making.
#[derive(Default)]
struct Members {
    members: Vec<(Cow<'static, str>, Value)>,
    key: Option<Cow<'static, str>>,
    variant: Option<&'static str>,
    is_number: bool,
}

impl Members {
    fn push<T: Serialize + ?Sized>(&mut self, name: &'static str, item: &T) -> Result<(), Error> {
        self.members.push((Cow::Borrowed(name), value(item)?));
        Ok(())
    }

    fn finish(mut self) -> Value {
        match self.members.pop() {
            Some((_, digits)) if self.is_number => number(digits),
            last => {
                self.members.extend(last);
                within(self.variant, Value::Object(self.members))
            }
        }
    }
}

macro_rules! members {
    ($($kind:ident,)*) => {
        $(impl $kind for Members {
            type Ok = Value;
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                item: &T,
            ) -> Result<(), Error> {
                self.push(name, item)
            }

            fn end(self) -> Result<Value, Error> {
                Ok(self.finish())
            }
        })*
    };
}

members! {
    SerializeStruct,
    SerializeStructVariant,
}

impl SerializeMap for Members {
    type Ok = Value;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let Value::One(key) = value(key)? else {
            return Err(Error::custom("it has a member whose name is no text"));
        };
        self.key = Some(Cow::Owned(key.text().into_owned()));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        let key = self.key.take().unwrap_or_default();
        self.members.push((key, value(item)?));
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(self.finish())
    }
}

/// The number that digits are.
fn number(digits: Value) -> Value {
    let Value::One(Scalar::Text(text)) = &digits else {
        return digits;
    };
    match (text.parse(), text.parse()) {
        (Ok(integer), _) => Value::One(Scalar::Integer(integer)),
        (Err(_), Ok(float)) => Value::One(Scalar::Float(float)),
        (Err(_), Err(_)) => digits,
    }
}

/// What an enum's variant holds, under the variant's name.
fn within(variant: Option<&'static str>, value: Value) -> Value {
    match variant {
        Some(variant) => Value::Object(vec![(Cow::Borrowed(variant), value)]),
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn json<T: Serialize>(of: &T) -> String {
        serde_json::to_string(&value(of).unwrap()).unwrap()
    }

    #[test]
    fn values_are_those_of_json() {
        assert_eq!(
            json(&(1_u8, -1_i64, u64::MAX, 0.1_f32, 'x')),
            "[1,-1,18446744073709551615,0.1,\"x\"]"
        );
        assert_eq!(
            json(&BTreeMap::from([(1, Some(true)), (2, None)])),
            r#"{"1":true,"2":null}"#
        );
        assert_eq!(json(&Err::<(), _>("why")), r#"{"Err":"why"}"#);
        let value = serde_json::json!({"b": [null, {"a": 1.5}], "a": "é"});
        assert_eq!(json(&value), value.to_string());
        assert!(super::value(&BTreeMap::from([([1], 2)])).is_err());
    }

    #[test]
    fn a_number_in_hiding_is_a_number() {
        struct Hidden;
        impl Serialize for Hidden {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut hidden = serializer.serialize_struct(NUMBER, 1)?;
                hidden.serialize_field(NUMBER, "1.50")?;
                hidden.end()
            }
        }
        assert_eq!(json(&[Hidden]), "[1.5]");
    }
}
