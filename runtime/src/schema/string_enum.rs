//! Enums of strings, open: a value that the document does not know is kept.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{Error, Visitor},
};

use super::{Kind, kind::ParameterKind};
use crate::request::ParameterValue;

/// A generated enum of strings.
#[doc(hidden)]
pub trait StringEnum: Sized {
    const VALUES: &'static [&'static str];

    fn from_text(text: &str) -> Self;

    fn text(&self) -> &str;
}

/// The kind of enums of strings. As a parameter only what the document lists is sent.
#[doc(hidden)]
#[derive(Debug)]
pub struct Texts;

impl<T: StringEnum> Kind<T> for Texts {
    fn blank() -> T {
        T::from_text("")
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(EnumVisitor(PhantomData))
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.text())
    }
}

impl<T: StringEnum> ParameterKind<T> for Texts {
    fn to_parameter(value: &T) -> ParameterValue<'_> {
        ParameterValue::listed(value.text(), T::VALUES)
    }
}

struct EnumVisitor<T>(PhantomData<T>);

impl<T: StringEnum> Visitor<'_> for EnumVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }
}

/// Defines an enum of strings, and the variant that keeps every other value. A row is a
/// variant: its name, and its value on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __string_enum {
    (
        $(#[$docs:meta])*
        $visible:vis enum $name:ident else $other:ident {$(
            $(#[$variant_docs:meta])*
            $variant:ident = $wire:literal,
        )*}
    ) => {
        $(#[$docs])*
        #[allow(missing_docs, reason = "documents do not describe all types")]
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        $visible enum $name {
            $($(#[$variant_docs])* $variant,)*
            /// A value that the document does not know.
            $other(String),
        }

        impl $name {
            /// The value as it is sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::$other(other) => other,
                }
            }
        }

        impl $crate::__private::StringEnum for $name {
            const VALUES: &'static [&'static str] = &[$($wire),*];

            fn from_text(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    other => Self::$other(other.to_owned()),
                }
            }

            fn text(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<::std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $crate::__private::StringEnum::from_text(text)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::__kind!($name: Texts);
    };
}
