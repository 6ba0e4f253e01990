//! What the fields of objects are visited by.

use std::collections::BTreeMap;

use crate::schema::Wire;

/// Reads members into fields. It keeps what goes wrong: a result in each call would cost the compiler
/// more than all else that is generated for a field.
#[doc(hidden)]
pub trait FieldReader {
    fn field<T: Wire>(&mut self, field: &mut T);

    /// A field in which `null` is a value.
    fn apart<T: Wire>(&mut self, field: &mut Option<T>);

    /// A member that has no field, into the map of those.
    fn other<T: Wire>(&mut self, others: &mut BTreeMap<String, T>);
}

/// Visits fields: to write them, to show them, or to compare them.
#[doc(hidden)]
pub trait FieldVisitor<'a> {
    fn field<T: Wire>(&mut self, value: &'a T);

    /// A field that may be left out.
    fn optional<T: Wire>(&mut self, value: &'a Option<T>);

    /// The members that have no field.
    fn others<T: Wire>(&mut self, others: &'a BTreeMap<String, T>);
}
