//! Enums of strings, open: a value that the document does not know is kept.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{Error, Visitor},
};

/// A generated enum of strings.
#[doc(hidden)]
pub trait StringEnum: Sized {
    fn from_text(text: &str) -> Self;

    fn text(&self) -> &str;
}

/// Reads an enum of strings.
///
/// # Errors
/// When the value is not a string.
#[doc(hidden)]
pub fn read_string_enum<'de, T: StringEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(EnumVisitor(PhantomData))
}

/// Writes an enum of strings.
///
/// # Errors
/// When the serializer fails.
#[doc(hidden)]
pub fn write_string_enum<T: StringEnum, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.text())
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
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

        impl $crate::__private::Blank for $name {
            fn blank() -> Self {
                Self::$other(String::new())
            }
        }

        impl $crate::__private::ToParameter for $name {
            fn to_parameter(&self) -> $crate::__private::ParameterValue<'_> {
                $crate::__private::ParameterValue::listed(self.as_str(), &[$($wire),*])
            }
        }

        $crate::__wire!($name: read_string_enum, write_string_enum);
    };
}
