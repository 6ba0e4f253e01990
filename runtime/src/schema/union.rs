//! Values of one of several JSON types.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

/// A type of JSON value. A number that is written without a fraction is an integer.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    Null,
    Bool,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Bool,
            Value::Number(number) if number.is_f64() => Self::Number,
            Value::Number(_) => Self::Integer,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    /// Whether a member of this type takes the value: a number takes integers too.
    #[must_use]
    pub fn takes(self, value: &Value) -> bool {
        let found = Self::of(value);
        self == found || (self == Self::Number && found == Self::Integer)
    }
}

/// A generated enum whose members differ by JSON type.
#[doc(hidden)]
pub trait Union: Sized {
    const NAME: &'static str;

    /// The member that takes the value; `None` where no member does.
    fn pick(value: Value) -> Option<Result<Self, serde_json::Error>>;
}

/// Reads a value into the member of its JSON type.
///
/// # Errors
/// When no member has the value's type, or the member cannot be read.
#[doc(hidden)]
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let found = JsonType::of(&value);
    match T::pick(value) {
        Some(member) => member.map_err(D::Error::custom),
        None => Err(D::Error::custom(format_args!(
            "invalid type: {found:?} is not one of those that {} takes",
            T::NAME
        ))),
    }
}

/// Implements a union. A row is a member: its variant and its JSON type.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($name:ident { $($variant:ident = $json:ident,)* }) => {
        impl $crate::__private::Union for $name {
            const NAME: &'static str = stringify!($name);

            fn pick(
                value: $crate::__private::Value,
            ) -> Option<Result<Self, $crate::__private::JsonError>> {
                $(
                    if $crate::__private::JsonType::$json.takes(&value) {
                        return Some($crate::__private::from_value(value).map(Self::$variant));
                    }
                )*
                let _ = value;
                None
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::__private::Serialize::serialize(value, serializer),)*
                }
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::__private::read_union(deserializer)
            }
        }

        $crate::__union_blank!($name { $($variant,)* });
    };
}

/// A union's blank is that of its first member.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_blank {
    ($name:ident { $first:ident, $($rest:ident,)* }) => {
        impl $crate::__private::Blank for $name {
            fn blank() -> Self {
                Self::$first($crate::__private::Blank::blank())
            }
        }
    };
}
