//! What the API takes a parameter for where it is left out.

use serde_json::Value;

use super::super::types::Types;
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::Type,
    model::{DefaultArgument, Parameter, SchemaId, Shape},
};

/// The default as JSON, to be told. One that is no value of the type is reported: nobody could give
/// it as an argument.
pub(super) fn default(parameter: &Parameter, ty: &Type, types: &mut Types<'_>) -> Option<String> {
    let DefaultArgument { json, at } = parameter.default.as_ref()?;
    let value = serde_json::from_str(json).unwrap_or_default();
    let schema = parameter.schema;
    if schema.is_none_or(|schema| fits(schema, &value, ty, types)) {
        return Some(json.clone());
    }
    let place = types.value_place(at);
    let message = "this default is not documented: it does not fit the type";
    types.report(
        Diagnostic::new(Code::Ignored, place, message)
            .help("write a value of the type, or take the default out"),
    );
    None
}

/// Whether a value may be one of the type. Of what has members, any may be.
fn fits(id: SchemaId, value: &Value, ty: &Type, types: &mut Types<'_>) -> bool {
    let shape = &types.meant(id).shape;
    match (ty, shape) {
        (Type::Optional(ty) | Type::Boxed(ty), _) => value.is_null() || fits(id, value, ty, types),
        (Type::List(ty), Shape::Array(array)) => value.as_array().is_some_and(|items| {
            let mut items = items.iter();
            items.all(|item| fits(array.items, item, ty, types))
        }),
        // With one value there is no enum for it.
        (Type::String, Shape::Text(text)) => value.as_str().is_some_and(|value| {
            text.values.is_empty() || text.values.iter().any(|one| one == value)
        }),
        (Type::Named(_), Shape::Integer(integer)) => {
            let value = value.as_i64();
            value.is_some_and(|value| integer.values.contains(&value))
        }
        (Type::Named(_), Shape::Text(_)) => types.is_value(id, value, ty),
        (Type::Bool | Type::Integer(_) | Type::F32 | Type::F64 | Type::Foreign(_), _) => {
            types.is_value(id, value, ty)
        }
        _ => true,
    }
}
