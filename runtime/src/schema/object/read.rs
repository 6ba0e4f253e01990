//! Objects out of JSON, by one visitor.

use std::{collections::BTreeMap, fmt, mem};

use serde::{
    Deserializer,
    de::{DeserializeSeed, Error as _, MapAccess, Visitor},
};

use super::{At, FieldReader, Fields, Object, section::Place, seen::Seen};
use crate::schema::{Wire, path::failed_in, read_member, read_member_into, skip::skip};

/// Reads an object into a blank one.
pub(super) fn read<'de, T: Object, D: Deserializer<'de>>(
    place: &mut T,
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_map(ObjectVisitor(place))
}

/// Reads members into fields.
struct Reader<'de, A: MapAccess<'de>> {
    map: A,
    /// The name of a member that has no field, on its way into the map of those.
    other: String,
    /// Whether the field is as it was at first.
    is_blank: bool,
    result: Result<(), A::Error>,
}

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    fn next<T: Wire>(&mut self) -> Option<T> {
        match read_member(&mut self.map) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.result = Err(fault);
                None
            }
        }
    }

    /// What came of the last member.
    fn take(&mut self) -> Result<(), A::Error> {
        mem::replace(&mut self.result, Ok(()))
    }
}

impl<'de, A: MapAccess<'de>> FieldReader for Reader<'de, A> {
    fn field<T: Wire>(&mut self, field: &mut T) {
        self.result = read_member_into(&mut self.map, field, self.is_blank);
    }

    fn apart<T: Wire>(&mut self, field: &mut Option<T>) {
        *field = self.next();
    }

    fn other<T: Wire>(&mut self, others: &mut BTreeMap<String, T>) {
        if let Some(value) = self.next() {
            others.insert(mem::take(&mut self.other), value);
        }
    }
}

struct ObjectVisitor<'p, T>(&'p mut T);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::fields().of)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let value = self.0;
        let mut reader = Reader {
            map,
            other: String::new(),
            is_blank: true,
            result: Ok(()),
        };
        let fields = T::fields();
        let mut seen = Seen::new(fields.count());
        let mut names = FieldName {
            fields,
            from: 0,
            keep: !fields.others.is_empty(),
        };
        while let Some(key) = reader.map.next_key_seed(names)? {
            let (place, name) = match key {
                Key::Field(index, name) => {
                    reader.is_blank = !seen.contains(index);
                    seen.insert(index);
                    names.from = index + 1;
                    (Place::Field(index), Some(name))
                }
                Key::Other(name) => {
                    reader.other = name;
                    (Place::Others, None)
                }
                Key::Ignored => {
                    skip(&mut reader.map)?;
                    continue;
                }
            };
            // The only call, so that it can become a part of the loop.
            value.read(At::new(place, &mut reader));
            let result = reader.take();
            if let (Err(_), Some(name)) = (&result, name) {
                failed_in(name);
            }
            result?;
        }
        let mut required = fields.required.iter().enumerate();
        match required.find(|(index, _)| !seen.contains(*index)) {
            Some((_, name)) => Err(A::Error::missing_field(name)),
            None => Ok(()),
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
    fields: Fields,
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
        Ok(match self.fields.find(key, self.from) {
            Some((index, name)) => Key::Field(index, name),
            None if self.keep => Key::Other(key.to_owned()),
            None => Key::Ignored,
        })
    }
}
