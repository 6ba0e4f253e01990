//! `application/x-www-form-urlencoded`.

use super::{super::types::Types, field};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{Type, Writing},
    model::{MediaType, Shape},
};

/// A form: an object, whose members are its pairs.
pub(super) fn form(content: &MediaType, name: &str, types: &mut Types<'_>) -> (Type, Writing) {
    if !has_members(content, types) {
        let place = types.key_place(&content.at.child("schema"));
        let message = "a form is made of named members: this one is sent as the text that is given";
        let help = "describe it by `type: object` and `properties`";
        types.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        return (Type::String, Writing::Text(content.name.clone()));
    }
    let fields = field::fields(content, types);
    let writing = Writing::Form(content.name.clone(), fields);
    (types.sent_type(content, name), writing)
}

/// Whether a schema can have named members.
pub(super) fn has_members(content: &MediaType, types: &Types<'_>) -> bool {
    let shape = content.schema.map(|schema| &types.meant(schema).shape);
    match shape {
        None
        | Some(
            Shape::Any
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::Own(_)
            | Shape::Object(_)
            | Shape::AllOf(_)
            | Shape::Choice(_),
        ) => true,
        Some(
            Shape::Null
            | Shape::Boolean(_)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Text(_)
            | Shape::Array(_),
        ) => false,
    }
}
