//! Members with a single value: nobody need say what the document says already.

use super::Types;
use crate::{
    ir::{Fixed, Type},
    model::{Property, Shape},
};

impl Types<'_> {
    /// The only value of a member that must be there. What a server sends may be another one day: a
    /// flag or a number keeps its type, and a text is text.
    pub(in crate::plan) fn fixed(&self, property: &Property, ty: &Type) -> Option<Fixed> {
        if !property.required {
            return None;
        }
        match (ty, &self.meant(property.schema).shape) {
            (Type::Null, _) => Some(Fixed::Null),
            (Type::Bool, Shape::Boolean(boolean)) => only(&boolean.values).map(Fixed::Bool),
            (Type::Named(_), Shape::Integer(integer)) => only(&integer.values).map(Fixed::Integer),
            (Type::Named(_) | Type::String, Shape::Text(text)) => {
                only(&text.values).map(Fixed::Text)
            }
            _ => None,
        }
    }

    /// The type of a member. One that can only be one text has no type of its own: there is nothing
    /// to choose, and documents have hundreds of those.
    pub(in crate::plan) fn member(&mut self, property: &Property, name: &str) -> Type {
        let is_called = self.given.name(self.meant_id(property.schema)).is_some();
        let is_fixed = property.required
            && !is_called
            && !self.is_nullable(property.schema)
            && match &self.meant(property.schema).shape {
                Shape::Text(text) => only(&text.values).is_some(),
                _ => false,
            };
        match is_fixed {
            true => Type::String,
            false => self.body(property.schema, name),
        }
    }
}

/// The value that is listed, if all that are listed are one.
fn only<T: Clone + PartialEq>(values: &[T]) -> Option<T> {
    let (first, rest) = values.split_first()?;
    rest.iter().all(|one| one == first).then(|| first.clone())
}
