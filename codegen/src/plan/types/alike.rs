//! Schemas that say the same in two places.

use super::Types;
use crate::model::{Additional, Object, SchemaId, Shape};

/// How deep two schemas are compared: those that agree so far and go on are taken for two.
const DEEPEST: usize = 16;

impl Types<'_> {
    /// Whether two schemas are one, or are written out alike.
    pub(in crate::plan) fn are_alike(&self, one: SchemaId, other: SchemaId) -> bool {
        self.alike(one, other, 0)
    }

    fn alike(&self, one: SchemaId, other: SchemaId, depth: usize) -> bool {
        let (one, other) = (self.meant_id(one), self.meant_id(other));
        if one == other {
            return true;
        }
        let (one, other) = (self.api.schemas.get(one), self.api.schemas.get(other));
        // A component is a type of its own, whatever else looks like it.
        if depth > DEEPEST
            || one.name.is_some()
            || other.name.is_some()
            || one.nullable != other.nullable
        {
            return false;
        }
        match (&one.shape, &other.shape) {
            (Shape::Any, Shape::Any) | (Shape::Boolean(_), Shape::Boolean(_)) => true,
            (Shape::Integer(one), Shape::Integer(other)) => {
                one.format == other.format && one.values == other.values
            }
            (Shape::Number(one), Shape::Number(other)) => one.format == other.format,
            (Shape::Text(one), Shape::Text(other)) => {
                one.format == other.format && one.values == other.values
            }
            (Shape::Array(one), Shape::Array(other)) => {
                self.alike(one.items, other.items, depth + 1)
            }
            (Shape::Object(one), Shape::Object(other)) => self.alike_objects(one, other, depth + 1),
            (Shape::AllOf(one), Shape::AllOf(other)) => self.alike_all(one, other, depth + 1),
            (Shape::Choice(one), Shape::Choice(other)) => {
                one.discriminator.is_none()
                    && other.discriminator.is_none()
                    && self.alike_all(&one.members, &other.members, depth + 1)
            }
            _ => false,
        }
    }

    fn alike_all(&self, one: &[SchemaId], other: &[SchemaId], depth: usize) -> bool {
        let mut pairs = one.iter().zip(other);
        one.len() == other.len() && pairs.all(|(one, other)| self.alike(*one, *other, depth))
    }

    fn alike_objects(&self, one: &Object, other: &Object, depth: usize) -> bool {
        let additional = match (one.additional, other.additional) {
            (Additional::Schema(one), Additional::Schema(other)) => self.alike(one, other, depth),
            (one, other) => one == other,
        };
        let mut pairs = one.properties.iter().zip(&other.properties);
        additional
            && one.properties.len() == other.properties.len()
            && pairs.all(|((one_name, one), (other_name, other))| {
                one_name == other_name
                    && one.required == other.required
                    && self.alike(one.schema, other.schema, depth)
            })
    }
}
