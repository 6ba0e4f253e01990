//! Objects out of JSON, by one visitor.

use std::{collections::BTreeMap, fmt, marker::PhantomData, mem};

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
        let mut from = 0;
        loop {
            let key = Key::<T>::new(from, &mut reader.other);
            let Some(place) = reader.map.next_key_seed(key)? else {
                break;
            };
            match place {
                Place::Field(index) => {
                    reader.is_blank = !seen.contains(index);
                    seen.insert(index);
                    from = index + 1;
                }
                Place::Others => {}
                Place::Past => {
                    skip(&mut reader.map)?;
                    continue;
                }
            }
            // The only call, so that it can become a part of the loop.
            value.read(At::new(place, &mut reader));
            if let Err(fault) = reader.take() {
                failed_at(fields, place);
                return Err(fault);
            }
        }
        let mut required = fields.required.iter().enumerate();
        match required.find(|(index, _)| !seen.contains(*index)) {
            Some((_, name)) => Err(A::Error::missing_field(name)),
            None => Ok(()),
        }
    }
}

/// Notes the field in which reading failed.
#[cold]
fn failed_at(fields: Fields, place: Place) {
    if let Place::Field(index) = place
        && let Some(name) = fields.get(index)
    {
        failed_in(name);
    }
}

/// Turns a key into the place that it names; the key itself is kept only where it is needed.
struct Key<'k, T> {
    /// Where to look first: members often come in the order of the document.
    from: usize,
    other: &'k mut String,
    /// Its fields are known where this is compiled, so that to look at one of them is no more than that.
    of: PhantomData<T>,
}

impl<'k, T> Key<'k, T> {
    fn new(from: usize, other: &'k mut String) -> Self {
        Self {
            from,
            other,
            of: PhantomData,
        }
    }
}

impl<'de, T: Object> DeserializeSeed<'de> for Key<'_, T> {
    type Value = Place;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Place, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Object> Visitor<'_> for Key<'_, T> {
    type Value = Place;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E>(self, key: &str) -> Result<Place, E> {
        let fields = T::fields();
        Ok(match fields.find(key, self.from) {
            Some(index) => Place::Field(index),
            None if fields.others.is_empty() => Place::Past,
            None => {
                key.clone_into(self.other);
                Place::Others
            }
        })
    }
}
