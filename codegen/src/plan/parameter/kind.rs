//! What styles tell apart.

use super::super::types::Types;
use crate::model::{SchemaId, Shape};

/// The kind of a value.
pub(super) enum Kind {
    /// Nothing is known before there is a value.
    Any,
    /// A text, a number or a boolean.
    Single,
    /// A list.
    List,
    /// Named members.
    Object,
}

/// The kind of a schema's values.
pub(super) fn of(schema: Option<SchemaId>, types: &Types<'_>) -> Kind {
    let Some(schema) = schema else {
        return Kind::Any;
    };
    match types.meant(schema).shape {
        Shape::Boolean(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Text(_) => Kind::Single,
        Shape::Array(_) => Kind::List,
        Shape::Object(_) => Kind::Object,
        _ => Kind::Any,
    }
}
