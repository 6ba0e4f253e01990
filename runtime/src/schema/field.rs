//! What the fields of objects are read and written by: tables of objects name it.

use std::collections::BTreeMap;

use serde::{de::MapAccess, ser::SerializeMap};

use super::{Wire, Written, read_member, skip::Skipped};

/// Reads a member into its field.
pub fn read<'de, T: Wire, A: MapAccess<'de>>(field: &mut T, map: &mut A) -> Result<(), A::Error> {
    *field = read_member(map)?;
    Ok(())
}

/// Reads a member into a field in which `null` is a value.
pub fn read_apart<'de, T: Wire, A: MapAccess<'de>>(
    field: &mut Option<T>,
    map: &mut A,
) -> Result<(), A::Error> {
    *field = Some(read_member(map)?);
    Ok(())
}

/// Reads a member that has no field into the map of those.
pub fn read_other<'de, T: Wire, A: MapAccess<'de>>(
    others: &mut BTreeMap<String, T>,
    key: String,
    map: &mut A,
) -> Result<(), A::Error> {
    others.insert(key, read_member(map)?);
    Ok(())
}

/// Reads past a member.
pub fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<Skipped>().map(|_| ())
}

/// Writes a member.
pub fn write<T: Wire, M: SerializeMap>(
    field: &T,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    map.serialize_entry(name, &Written(field))
}

/// Writes a member that may be left out.
pub fn write_optional<T: Wire, M: SerializeMap>(
    field: &Option<T>,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    match field {
        Some(value) => write(value, name, map),
        None => Ok(()),
    }
}

/// Writes the members that have no field.
pub fn write_others<T: Wire, M: SerializeMap>(
    others: &BTreeMap<String, T>,
    map: &mut M,
) -> Result<(), M::Error> {
    let mut others = others.iter();
    others.try_for_each(|(key, value)| map.serialize_entry(key, &Written(value)))
}
