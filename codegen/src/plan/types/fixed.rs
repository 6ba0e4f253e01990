//! Members with a single value: nobody need say what the document says already.

use super::Types;
use crate::{
    ir::{Fixed, Type},
    model::{Property, Shape},
};

impl Types<'_> {
    /// The only value of a member that must be there. The member keeps its type, since what a server
    /// sends may be another one day.
    pub(in crate::plan) fn fixed(&self, property: &Property, ty: &Type) -> Option<Fixed> {
        if !property.required {
            return None;
        }
        match (ty, &self.meant(property.schema).shape) {
            (Type::Null, _) => Some(Fixed::Null),
            (Type::Bool, Shape::Boolean(boolean)) => only(&boolean.values).map(Fixed::Bool),
            (Type::Named(_), Shape::Integer(integer)) => only(&integer.values).map(Fixed::Integer),
            (Type::Named(_), Shape::Text(text)) => only(&text.values).map(Fixed::Text),
            _ => None,
        }
    }
}

/// The value that is listed, if all that are listed are one.
fn only<T: Clone + PartialEq>(values: &[T]) -> Option<T> {
    let (first, rest) = values.split_first()?;
    rest.iter().all(|one| one == first).then(|| first.clone())
}
