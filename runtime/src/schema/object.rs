//! Objects: a table of fields, and one visitor that reads by it.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serializer,
    de::{DeserializeSeed, Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::{Blank, field::skip, path::failed_in};

/// A field's name on the wire, and whether it must be there.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub required: bool,
}

/// A generated type with named fields.
///
/// What is generated for a field is one call each way, whose result is handed on: a `?`, or a value
/// that is put in the place of another, costs the compiler several times as much.
#[doc(hidden)]
pub trait Object: Blank {
    const NAME: &'static str;
    const FIELDS: &'static [Field];
    /// Whether members that have no field are kept.
    const KEEPS_OTHERS: bool = false;

    /// Reads the value of the field with this index.
    fn read<'de, A: MapAccess<'de>>(&mut self, index: usize, map: &mut A) -> Result<(), A::Error>;

    /// Reads the value of a member that has no field.
    fn read_other<'de, A: MapAccess<'de>>(
        &mut self,
        _: String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        skip(map)
    }

    /// Writes the field with this index and name, unless it is `None`.
    fn write<M: SerializeMap>(
        &self,
        index: usize,
        name: &'static str,
        map: &mut M,
    ) -> Result<(), M::Error>;

    /// Writes the members that have no field.
    fn write_others<M: SerializeMap>(&self, _: &mut M) -> Result<(), M::Error> {
        Ok(())
    }
}

/// Reads an object. Unknown fields are ignored; of a field that comes twice the last counts.
///
/// # Errors
/// When a required field is missing, or a field has the wrong type.
#[doc(hidden)]
pub fn read_object<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes an object.
///
/// # Errors
/// When the serializer fails.
#[doc(hidden)]
pub fn write_object<T: Object, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    for (index, field) in T::FIELDS.iter().enumerate() {
        value.write(index, field.name, &mut map)?;
    }
    value.write_others(&mut map)?;
    map.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut value = T::blank();
        let mut seen = Seen::new(T::FIELDS.len());
        let mut names = FieldName {
            fields: T::FIELDS,
            from: 0,
            keep: T::KEEPS_OTHERS,
        };
        while let Some(key) = map.next_key_seed(names)? {
            match key {
                Key::Field(index, name) => {
                    value
                        .read(index, &mut map)
                        .inspect_err(|_| failed_in(name))?;
                    seen.insert(index);
                    names.from = index + 1;
                }
                Key::Other(name) => value.read_other(name, &mut map)?,
                Key::Ignored => skip(&mut map)?,
            }
        }
        let missing = |(index, field): &(usize, &Field)| field.required && !seen.contains(*index);
        match T::FIELDS.iter().enumerate().find(missing) {
            Some((_, field)) => Err(A::Error::missing_field(field.name)),
            None => Ok(value),
        }
    }
}

/// What a key is.
enum Key {
    /// The name of the field with this index.
    Field(usize, &'static str),
    /// A name that has no field, and is kept.
    Other(String),
    /// A name that has no field.
    Ignored,
}

/// Turns a key into the index of its field; the key itself is kept only where it is needed.
#[derive(Clone, Copy)]
struct FieldName {
    fields: &'static [Field],
    /// Where to look first: members often come in the order of the document.
    from: usize,
    keep: bool,
}

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldName {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        let (before, rest) = self
            .fields
            .split_at_checked(self.from)
            .unwrap_or((self.fields, &[]));
        let of = |fields: &'static [Field], first: usize| {
            let index = fields.iter().position(|field| field.name == key)?;
            Some((first + index, fields.get(index)?.name))
        };
        Ok(match of(rest, before.len()).or_else(|| of(before, 0)) {
            Some((index, name)) => Key::Field(index, name),
            None if self.keep => Key::Other(key.to_owned()),
            None => Key::Ignored,
        })
    }
}

/// A set of field indices: structs may have more fields than a word has bits.
struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    fn new(fields: usize) -> Self {
        let words = fields.div_ceil(64).saturating_sub(1);
        Self {
            first: 0,
            rest: vec![0; words],
        }
    }

    fn insert(&mut self, index: usize) {
        let bit = 1 << (index % 64);
        match (index / 64).checked_sub(1) {
            None => self.first |= bit,
            Some(word) => {
                if let Some(word) = self.rest.get_mut(word) {
                    *word |= bit;
                }
            }
        }
    }

    fn contains(&self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => self.first,
            Some(word) => self.rest.get(word).copied().unwrap_or_default(),
        };
        word & (1 << (index % 64)) != 0
    }
}

/// Defines an object, and implements its reading, its writing and its construction. A row is a field:
/// its index, its name, its type, and its name on the wire. A type after `as` may be given as anything
/// that becomes it. `new` sets what is in `fixed`; in `optional`, `null` reads like nothing; in
/// `null_apart` it is a value within the outer `Option`; and `others` is the map of members that have
/// no field.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (
        $(#[$docs:meta])*
        $visible:vis struct $name:ident {
            $(fixed {$(
                $(#[$f_docs:meta])*
                $f_index:literal $f_field:ident: $f_type:ty = $f_wire:literal => $f_value:expr,
            )*})?
            $(required {$(
                $(#[$r_docs:meta])*
                $r_index:literal $r_field:ident $(: $r_type:ty =)? $(as $r_into:ty =)? $r_wire:literal,
            )*})?
            $(optional {$(
                $(#[$o_docs:meta])*
                $o_index:literal $o_field:ident: $o_type:ty = $o_wire:literal,
            )*})?
            $(null_apart {$(
                $(#[$n_docs:meta])*
                $n_index:literal $n_field:ident: $n_type:ty = $n_wire:literal,
            )*})?
            $(others { $others:ident: $others_type:ty })?
        }
    ) => {
        $(#[$docs])*
        #[allow(missing_docs, reason = "documents do not describe all types")]
        #[derive(Clone, Debug, PartialEq)]
        $visible struct $name {
            $($($(#[$f_docs])* pub $f_field: $f_type,)*)?
            $($($(#[$r_docs])* pub $r_field: $($r_type)? $($r_into)?,)*)?
            $($($(#[$o_docs])* pub $o_field: ::std::option::Option<$o_type>,)*)?
            $($($(#[$n_docs])* pub $n_field: ::std::option::Option<$n_type>,)*)?
            $(
                /// Members that have no field of their own.
                pub $others: ::std::collections::BTreeMap<String, $others_type>,
            )?
        }

        $crate::__object_new!($name
            { $($($r_field: $($r_type)? $(impl Into<$r_into>)?,)*)? }
            { $($($f_field = $f_value,)*)? }
            { $($($o_field,)*)? $($($n_field,)*)? }
            { $($others)? }
        );

        impl $crate::__private::Blank for $name {
            fn blank() -> Self {
                Self {
                    $($($f_field: $crate::__private::Blank::blank(),)*)?
                    $($($r_field: $crate::__private::Blank::blank(),)*)?
                    $($($o_field: None,)*)?
                    $($($n_field: None,)*)?
                    $($others: ::std::default::Default::default(),)?
                }
            }
        }

        impl $crate::__private::Object for $name {
            const NAME: &'static str = stringify!($name);
            const FIELDS: &'static [$crate::__private::Field] = &[
                $($($crate::__private::Field { name: $f_wire, required: true },)*)?
                $($($crate::__private::Field { name: $r_wire, required: true },)*)?
                $($($crate::__private::Field { name: $o_wire, required: false },)*)?
                $($($crate::__private::Field { name: $n_wire, required: false },)*)?
            ];

            fn read<'de, A: $crate::__private::MapAccess<'de>>(
                &mut self,
                index: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                match index {
                    $($($f_index => $crate::__private::field::read(&mut self.$f_field, map),)*)?
                    $($($r_index => $crate::__private::field::read(&mut self.$r_field, map),)*)?
                    $($($o_index => $crate::__private::field::read(&mut self.$o_field, map),)*)?
                    $($($n_index => {
                        $crate::__private::field::read_apart(&mut self.$n_field, map)
                    })*)?
                    _ => $crate::__private::field::skip(map),
                }
            }

            fn write<M: $crate::__private::SerializeMap>(
                &self,
                index: usize,
                name: &'static str,
                map: &mut M,
            ) -> Result<(), M::Error> {
                match index {
                    $($($f_index => $crate::__private::field::write(&self.$f_field, name, map),)*)?
                    $($($r_index => $crate::__private::field::write(&self.$r_field, name, map),)*)?
                    $($($o_index => {
                        $crate::__private::field::write_optional(&self.$o_field, name, map)
                    })*)?
                    $($($n_index => {
                        $crate::__private::field::write_optional(&self.$n_field, name, map)
                    })*)?
                    _ => Ok(()),
                }
            }

            $(
                const KEEPS_OTHERS: bool = true;

                fn read_other<'de, A: $crate::__private::MapAccess<'de>>(
                    &mut self,
                    key: String,
                    map: &mut A,
                ) -> Result<(), A::Error> {
                    $crate::__private::field::read_other(&mut self.$others, key, map)
                }

                fn write_others<M: $crate::__private::SerializeMap>(
                    &self,
                    map: &mut M,
                ) -> Result<(), M::Error> {
                    $crate::__private::field::write_others(&self.$others, map)
                }
            )?
        }

        $crate::__wire!($name: read_object, write_object);
    };
}

/// The constructor; and `Default` where nothing is required.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_new {
    ($name:ident {} { $($fixed:ident = $value:expr,)* } { $($optional:ident,)* } { $($others:ident)? }) => {
        impl $name {
            /// A value with nothing set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        }

        impl Default for $name {
            #[allow(clippy::useless_conversion)]
            fn default() -> Self {
                Self {
                    $($fixed: ::std::convert::From::from($value),)*
                    $($optional: None,)*
                    $($others: ::std::default::Default::default(),)?
                }
            }
        }
    };
    (
        $name:ident { $($required:ident: $arg:ty,)* } { $($fixed:ident = $value:expr,)* }
        { $($optional:ident,)* } { $($others:ident)? }
    ) => {
        impl $name {
            /// A value from what is required, with nothing else set.
            #[allow(clippy::too_many_arguments, clippy::useless_conversion)]
            #[must_use]
            pub fn new($($required: $arg),*) -> Self {
                Self {
                    $($fixed: ::std::convert::From::from($value),)*
                    $($required: $required.into(),)*
                    $($optional: None,)*
                    $($others: ::std::default::Default::default(),)?
                }
            }
        }
    };
}

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "what the macro makes is for other crates"
)]
mod tests {
    use serde_json::{Value, json};

    crate::__object! {
        pub struct Pet {
            required { 0 owner: Option<String> = "owner", }
            optional { 1 nick: String = "nick", }
            null_apart {
                2 tail: Option<f64> = "tail",
                3 home: Option<Box<Home>> = "home",
                4 tag: Value = "tag",
                5 is_there: () = "is_there",
            }
        }
    }

    crate::__object! {
        pub struct Home {
            null_apart { 0 street: Option<String> = "street", }
            others { others: Option<i64> }
        }
    }

    fn written(value: &Value) -> Value {
        let pet: Pet = serde_json::from_value(value.clone()).unwrap();
        serde_json::to_value(pet).unwrap()
    }

    #[test]
    fn what_is_told_apart_is_written_as_it_was_read() {
        for value in [
            json!({ "owner": null }),
            json!({ "owner": "me", "tail": null, "home": null, "tag": null }),
            json!({ "owner": null, "is_there": null }),
            json!({ "owner": null, "nick": "x", "tail": 1.5, "home": {}, "tag": { "a": null } }),
            json!({ "owner": null, "home": { "street": null, "rooms": null, "floor": 2 } }),
            json!({ "owner": null, "home": { "street": "s" } }),
        ] {
            assert_eq!(written(&value), value);
        }
    }

    #[test]
    fn null_is_nothing_where_it_is_not_told_apart() {
        let value = json!({ "owner": null, "nick": null });
        assert_eq!(written(&value), json!({ "owner": null }));
    }

    #[test]
    fn nothing_null_and_a_value_are_three_bodies() {
        let body = |street| {
            serde_json::to_string(&Home {
                street,
                ..Home::default()
            })
            .unwrap()
        };
        assert_eq!(body(None), "{}");
        assert_eq!(body(Some(None)), r#"{"street":null}"#);
        assert_eq!(body(Some(Some("s".to_owned()))), r#"{"street":"s"}"#);
        assert_eq!(Home::new().street, None);
    }

    #[test]
    fn a_fault_within_has_its_path() {
        let error = serde_json::from_str::<Pet>(r#"{"owner": null, "tail": "long"}"#).unwrap_err();
        assert!(error.to_string().contains("expected f64"), "{error}");
        let missing = serde_json::from_str::<Pet>(r#"{"tail": null}"#).unwrap_err();
        assert!(missing.to_string().contains("`owner`"), "{missing}");
    }
}
