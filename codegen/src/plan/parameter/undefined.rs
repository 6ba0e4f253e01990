//! Styles that are not defined for the type of their parameter: what is sent is said.

use super::{
    super::{code_span::code_span, types::Types},
    kind::{self, Kind},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Additional, Location, Parameter, SchemaId, Shape, Style},
};

pub(super) fn report(parameter: &Parameter, types: &mut Types<'_>) {
    let Some(instead) = instead(parameter, types) else {
        return;
    };
    let message = format!("`{}` {instead}", parameter.style.name());
    let place = types.key_place(&parameter.at);
    let help = "describe it by `content` with `application/json`, or see what the server reads";
    types.report(Diagnostic::new(Code::UndefinedStyle, place, message).help(help));
}

/// What the style does not define, and what is sent then; none where all is defined.
fn instead(parameter: &Parameter, types: &Types<'_>) -> Option<String> {
    let Parameter {
        style,
        explode,
        location,
        schema,
        inner,
        ..
    } = parameter;
    let kind = kind::of(*schema, types);
    let name = &parameter.name;
    match (style, &kind) {
        (Style::Json | Style::Foreign, _) | (_, Kind::Any) => None,
        // Swagger 2.0 says how.
        _ if !inner.is_empty() => None,
        // A form has JSON for an object within, and repeats a list.
        (Style::Form, Kind::Object) if *location == Location::QueryString => None,
        (Style::Form, _) if *location == Location::QueryString => Some(
            "is made of named members here: the argument is its text, sent as it is given"
                .to_owned(),
        ),
        (Style::Text, Kind::Single) => None,
        (Style::Text, Kind::List | Kind::Object) => Some(
            "is for a single value only: the argument is its text, sent as it is given".to_owned(),
        ),
        (Style::DeepObject | Style::SpaceDelimited | Style::PipeDelimited, Kind::Single) => {
            let sent = code_span(&format!("{name}=…"));
            Some(format!(
                "is not for a single value, which is sent as {sent}"
            ))
        }
        (Style::DeepObject, Kind::List) => {
            let sent = code_span(&format!("{name}[0]=…"));
            Some(format!("is not for a list, whose items are sent as {sent}"))
        }
        (Style::SpaceDelimited | Style::PipeDelimited, _) if *explode => {
            Some("is not for `explode: true`: each value is sent as a pair of its own".to_owned())
        }
        (style, _) => {
            let nested = nested((*schema)?, types)?;
            let sent = match style {
                Style::DeepObject => "in more brackets",
                _ => "as JSON text",
            };
            Some(format!("does not say how to write {nested} sent {sent}"))
        }
    }
}

/// The first list or object within a list or an object, up to what is done with it.
fn nested(schema: SchemaId, types: &Types<'_>) -> Option<String> {
    let is_deep = |id: SchemaId| matches!(kind::of(Some(id), types), Kind::List | Kind::Object);
    let object = match &types.meant(schema).shape {
        Shape::Array(array) if is_deep(array.items) => {
            return Some("lists or objects in a list, which are".to_owned());
        }
        Shape::Object(object) => object,
        _ => return None,
    };
    let mut members = object.properties.iter();
    if let Some((name, _)) = members.find(|(_, property)| is_deep(property.schema)) {
        return Some(format!("the member {}, which is", code_span(name)));
    }
    match object.additional {
        Additional::Schema(values) if is_deep(values) => {
            Some("lists or objects in an object, which are".to_owned())
        }
        _ => None,
    }
}
