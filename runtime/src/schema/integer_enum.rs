//! Enums of whole numbers, open: a value that the document does not know is kept.

use serde::{Deserializer, Serializer};

use super::{Kind, Wire, kind::ParameterKind};
use crate::request::ParameterValue;

/// A generated enum of whole numbers.
#[doc(hidden)]
pub trait IntegerEnum: Sized {
    const VALUES: &'static [i64];

    fn from_integer(integer: i64) -> Self;

    fn integer(&self) -> i64;
}

/// The kind of enums of whole numbers. As a parameter only what the document lists is sent.
#[doc(hidden)]
#[derive(Debug)]
pub struct Integers;

impl<T: IntegerEnum> Kind<T> for Integers {
    fn blank() -> T {
        T::from_integer(0)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        <i64 as Wire>::read(deserializer).map(T::from_integer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(value.integer())
    }
}

impl<T: IntegerEnum> ParameterKind<T> for Integers {
    fn to_parameter(value: &T) -> ParameterValue<'_> {
        ParameterValue::listed_integer(value.integer(), T::VALUES)
    }
}

/// Defines an enum of whole numbers, and the variant that keeps every other value. A row is a
/// variant: its name, and its value on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_enum {
    (
        $(#[$docs:meta])*
        $visible:vis enum $name:ident else $other:ident { $($variant:ident = $wire:literal,)* }
    ) => {
        $(#[$docs])*
        #[allow(missing_docs, reason = "documents do not describe all types")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $visible enum $name {
            $(
                #[doc = concat!("`", $wire, "`")]
                $variant,
            )*
            /// A value that the document does not know.
            $other(i64),
        }

        impl $name {
            /// The value as it is sent.
            #[must_use]
            pub fn value(self) -> i64 {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$other(other) => other,
                }
            }
        }

        impl $crate::__private::IntegerEnum for $name {
            const VALUES: &'static [i64] = &[$($wire),*];

            fn from_integer(integer: i64) -> Self {
                match integer {
                    $($wire => Self::$variant,)*
                    other => Self::$other(other),
                }
            }

            fn integer(&self) -> i64 {
                self.value()
            }
        }

        impl From<i64> for $name {
            fn from(integer: i64) -> Self {
                $crate::__private::IntegerEnum::from_integer(integer)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.value(), f)
            }
        }

        $crate::__kind!($name: Integers);
    };
}
