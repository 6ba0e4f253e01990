//! What the argument of a parameter is.

use super::{
    super::types::Types,
    constraint,
    kind::{self, Kind},
};
use crate::{
    ir,
    model::{Location, Parameter, Style},
};

/// An argument.
pub(super) struct Value {
    /// Its type.
    pub ty: ir::Type,
    /// Whether it is written by way of its members.
    pub serialized: bool,
    /// Whether it must be given, and may be given as nothing.
    pub is_optional: bool,
    /// What it must meet.
    pub constraints: ir::Constraints,
}

pub(super) fn value(parameter: &Parameter, name: &str, types: &mut Types<'_>) -> Value {
    if is_text(parameter, types) {
        return Value {
            ty: ir::Type::String,
            serialized: false,
            is_optional: false,
            constraints: ir::Constraints::default(),
        };
    }
    let (ty, serialized) = types.argument(parameter, name);
    let holds_null = matches!(ty, ir::Type::Json | ir::Type::Null | ir::Type::Optional(_));
    let is_optional = !holds_null && may_be_null(parameter, types);
    Value {
        ty: match is_optional {
            true => ir::Type::Optional(Box::new(ty)),
            false => ty,
        },
        serialized: serialized || parameter.style == Style::Json,
        is_optional,
        constraints: constraint::constraints(parameter.schema, types),
    }
}

/// Whether the caller gives the text that is sent: of what nothing here can write.
fn is_text(parameter: &Parameter, types: &Types<'_>) -> bool {
    let is_single = || matches!(kind::of(parameter.schema, types), Kind::Single);
    match (parameter.style, parameter.location) {
        (Style::Foreign, _) => true,
        (Style::Text, _) => !is_single(),
        (Style::Form, Location::QueryString) => !is_form(parameter, types),
        _ => false,
    }
}

/// Whether members are the query as a whole.
pub(super) fn is_form(parameter: &Parameter, types: &Types<'_>) -> bool {
    let has_members = matches!(kind::of(parameter.schema, types), Kind::Object | Kind::Any);
    parameter.style == Style::Form && has_members
}

/// Whether nothing can stand for a parameter that must be given: no style has a text for null. A
/// path has a place that must be filled.
fn may_be_null(parameter: &Parameter, types: &Types<'_>) -> bool {
    let Parameter {
        required,
        location,
        schema,
        ..
    } = parameter;
    let is_nullable = schema.is_some_and(|schema| types.is_nullable(schema));
    *required && *location != Location::Path && is_nullable
}
