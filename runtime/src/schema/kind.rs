//! Kinds of generated types: what is done with all types of a kind is written once.
//!
//! A trait's method costs the compiler its body in every type. So a generated type says what is
//! particular about it in one trait ([`Object`](super::Object), [`StringEnum`](super::StringEnum) …),
//! names its kind, and has the rest by way of that.

use std::{fmt, marker::PhantomData};

use serde::{Deserializer, Serializer};

use super::{Blank, Wire};
use crate::request::{ParameterValue, ToParameter};

/// How values of a type are made, read and written.
#[doc(hidden)]
pub trait Kind<T> {
    fn blank() -> T;

    /// # Errors
    /// When it cannot be read as a value of this type.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;

    /// # Errors
    /// When it cannot be read as a value of this type.
    fn read_into<'de, D: Deserializer<'de>>(
        place: &mut T,
        _is_blank: bool,
        deserializer: D,
    ) -> Result<(), D::Error> {
        *place = Self::read(deserializer)?;
        Ok(())
    }

    /// # Errors
    /// When the serializer fails.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A kind whose values can be sent as parameters.
#[doc(hidden)]
pub trait ParameterKind<T> {
    fn to_parameter(value: &T) -> ParameterValue<'_>;
}

/// A type with a kind: a generated one.
#[doc(hidden)]
pub trait Generated: Clone + fmt::Debug + PartialEq + 'static {
    type Kind: Kind<Self>;
}

impl<T: Generated> Blank for T {
    fn blank() -> Self {
        T::Kind::blank()
    }
}

impl<T: Generated> Wire for T {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::Kind::read(deserializer)
    }

    fn read_into<'de, D: Deserializer<'de>>(
        &mut self,
        is_blank: bool,
        deserializer: D,
    ) -> Result<(), D::Error> {
        T::Kind::read_into(self, is_blank, deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::Kind::write(self, serializer)
    }
}

impl<T: Generated<Kind: ParameterKind<T>>> ToParameter for T {
    fn to_parameter(&self) -> ParameterValue<'_> {
        T::Kind::to_parameter(self)
    }
}

/// The kind of what is behind a pointer. A `Box` of a generated type might be generated as well, for
/// all that the compiler knows (it is a fundamental type), so that `Wire` cannot be implemented for
/// boxes directly.
#[doc(hidden)]
#[derive(Debug)]
pub struct Boxed<T>(PhantomData<T>);

impl<T: Wire + Blank> Generated for Box<T> {
    type Kind = Boxed<T>;
}

impl<T: Wire + Blank> Kind<Box<T>> for Boxed<T> {
    fn blank() -> Box<T> {
        Box::new(T::blank())
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<T>, D::Error> {
        T::read(deserializer).map(Box::new)
    }

    fn read_into<'de, D: Deserializer<'de>>(
        place: &mut Box<T>,
        is_blank: bool,
        deserializer: D,
    ) -> Result<(), D::Error> {
        place.as_mut().read_into(is_blank, deserializer)
    }

    fn write<S: Serializer>(value: &Box<T>, serializer: S) -> Result<S::Ok, S::Error> {
        T::write(value, serializer)
    }
}

/// Writes a value, where serde asks for it. A function, since a trait's method that is named by its trait
/// is looked up twice more.
///
/// # Errors
/// When the serializer fails.
#[doc(hidden)]
pub fn serialize<T: Generated, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    T::Kind::write(value, to)
}

/// Reads a value, where serde asks for it.
///
/// # Errors
/// When it cannot be read as a value of this type.
#[doc(hidden)]
pub fn deserialize<'de, T: Generated, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    T::Kind::read(from)
}

/// Gives a generated type its kind, and implements serde's traits, which are for its user: they are
/// not asked for here.
#[doc(hidden)]
#[macro_export]
macro_rules! __kind {
    ($name:ident: $kind:ident) => {
        impl $crate::__private::Generated for $name {
            type Kind = $crate::__private::$kind;
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                to: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::__private::serialize(self, to)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                from: D,
            ) -> Result<Self, D::Error> {
                $crate::__private::deserialize(from)
            }
        }
    };
}
