//! Objects into JSON.

use std::collections::BTreeMap;

use serde::{Serializer, ser::SerializeMap};

use super::{At, FieldVisitor, Object, section::Place};
use crate::schema::{Wire, Written};

pub(super) fn write<T: Object, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer {
        map: serializer.serialize_map(None)?,
        name: "",
        result: Ok(()),
    };
    for (index, name) in T::fields().iter().enumerate() {
        writer.name = name;
        value.visit(At::new(Place::Field(index), &mut writer));
    }
    value.visit(At::new(Place::Others, &mut writer));
    writer.result?;
    writer.map.end()
}

/// Writes fields as members, until one cannot be.
struct Writer<M: SerializeMap> {
    map: M,
    name: &'static str,
    result: Result<(), M::Error>,
}

impl<'a, M: SerializeMap> FieldVisitor<'a> for Writer<M> {
    fn field<T: Wire>(&mut self, value: &'a T) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(self.name, &Written(value));
        }
    }

    fn optional<T: Wire>(&mut self, value: &'a Option<T>) {
        if let Some(value) = value {
            self.field(value);
        }
    }

    fn others<T: Wire>(&mut self, others: &'a BTreeMap<String, T>) {
        for (key, value) in others {
            if self.result.is_ok() {
                self.result = self.map.serialize_entry(key, &Written(value));
            }
        }
    }
}
