//! Parameters of operations.

mod constraint;
mod default;
mod kind;
mod pattern;
mod undefined;
mod value;

use kind::Kind;

use super::{
    bodies::Bodies, bodies::form_fields, code_span::code_span, name, room::lines, types::Types,
};
use crate::{
    collection::Table,
    ir,
    model::{Location, Operation, Parameter, Style},
    notes::NameKind,
};

/// A parameter is a row with its documentation, of which three items come.
const LINES: usize = 3;

/// The parameters in the order of the arguments: required ones first.
pub(super) fn parameters(
    operation: &Operation,
    owner: &str,
    types: &mut Types<'_>,
    bodies: &mut Bodies,
) -> Vec<ir::Parameter> {
    let mut names = name::Scope::new(name::reserved::FIELD_METHODS);
    let texts = texts(&operation.parameters);
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    let fields = names.claim_all(&texts, name::field);
    let mut planned: Vec<_> = operation
        .parameters
        .iter()
        .zip(fields)
        .map(|(parameter, field)| self::parameter(parameter, field, owner, types))
        .collect();
    planned.extend(bodies.body(operation, owner, &mut names, types));
    let (mut ordered, optional): (Vec<_>, Vec<_>) = planned
        .into_iter()
        .partition(|parameter| parameter.required);
    ordered.extend(optional);
    ordered
}

/// What the fields are called after: the names, and the place too of one whose name an earlier
/// parameter has in another place.
fn texts(parameters: &[Parameter]) -> Vec<String> {
    let fields: Vec<_> = parameters
        .iter()
        .map(|one| name::field(&one.name))
        .collect();
    let mut places: Table<&str, Vec<Location>> = Table::new();
    let mut is_taken = |field, location| {
        let earlier = places.get_or_default(field);
        let taken = earlier.iter().any(|other| *other != location);
        if !earlier.contains(&location) {
            earlier.push(location);
        }
        taken
    };
    let parameters = parameters.iter().zip(&fields);
    let texts = parameters.map(|(one, field)| match one.location {
        location if !is_taken(field.as_str(), location) => one.name.clone(),
        Location::Path => format!("path {}", one.name),
        Location::Query | Location::QueryString => format!("query {}", one.name),
        Location::Header => format!("header {}", one.name),
        Location::Cookie => format!("cookie {}", one.name),
    });
    texts.collect()
}

fn parameter(
    parameter: &Parameter,
    field: String,
    owner: &str,
    types: &mut Types<'_>,
) -> ir::Parameter {
    let Parameter {
        at,
        name,
        location: _,
        style,
        explode: _,
        inner,
        allow_reserved,
        required,
        deprecated,
        default: _,
        description,
        schema,
        form: _,
    } = parameter;
    types.take(at, LINES + lines([name.as_str()], 2));
    undefined::report(parameter, types);
    types.note_name(name::Given {
        kind: NameKind::Field,
        text: Some(name),
        natural: &name::field(name),
        name: &field,
        within: &format!("operations::{owner}"),
        place: types.value_place(&at.child("name")),
    });
    let own = || format!("{owner}{}", name::type_name(name));
    let of_type = name::shared(at, name).unwrap_or_else(own);
    let value = value::value(parameter, &of_type, types);
    let default = default::default(parameter, &value.ty, types);
    types.take(at, lines(default.as_deref(), 2));
    let said = types.docs(at, description.as_deref(), 1);
    let mut docs = docs((name, &field), said, default.as_deref());
    if value.is_optional {
        docs.extend([String::new(), "`None` leaves it out.".to_owned()]);
    }
    ir::Parameter {
        name: field,
        wire: name.clone(),
        docs,
        deprecated: *deprecated || schema.is_some_and(|schema| types.is_deprecated(schema)),
        place: place(parameter, types),
        style: self::style(*style),
        explode: explode(parameter, types),
        inner: inner.clone(),
        allow_reserved: *allow_reserved,
        serialized: value.serialized,
        constraints: value.constraints,
        ty: value.ty,
        required: *required,
    }
}

fn place(parameter: &Parameter, types: &mut Types<'_>) -> ir::Place {
    match parameter.location {
        Location::Path => ir::Place::Path,
        Location::Query => ir::Place::Query,
        Location::QueryString if value::is_form(parameter, types) => {
            let form = parameter.form.as_ref();
            ir::Place::QueryForm(form.map_or_else(Vec::new, |form| form_fields(form, types)))
        }
        Location::QueryString => ir::Place::QueryString,
        Location::Header => ir::Place::Header,
        Location::Cookie => ir::Place::Cookie,
    }
}

/// The style, where the place does not say it.
fn style(style: Style) -> Option<ir::Style> {
    match style {
        Style::Simple | Style::Form | Style::Text | Style::Foreign => None,
        Style::Label => Some(ir::Style::Label),
        Style::Matrix => Some(ir::Style::Matrix),
        Style::SpaceDelimited => Some(ir::Style::SpaceDelimited),
        Style::PipeDelimited => Some(ir::Style::PipeDelimited),
        Style::TabDelimited => Some(ir::Style::TabDelimited),
        Style::DeepObject => Some(ir::Style::DeepObject),
        Style::Cookie => Some(ir::Style::Unescaped),
        Style::Json => Some(ir::Style::Json),
    }
}

/// `explode`, where it is not as the style has it and makes a difference.
fn explode(parameter: &Parameter, types: &Types<'_>) -> Option<bool> {
    let Parameter { style, explode, .. } = parameter;
    let makes_none = match kind::of(parameter.schema, types) {
        _ if !has_explode(*style) => true,
        Kind::Single => true,
        Kind::List => *style == Style::Simple,
        Kind::Object | Kind::Any => false,
    };
    (!makes_none && *explode != style.usual_explode()).then_some(*explode)
}

/// Whether the style has two forms.
fn has_explode(style: Style) -> bool {
    let has_one = matches!(
        style,
        Style::DeepObject | Style::Json | Style::Text | Style::Foreign
    );
    !has_one
}

fn docs((name, field): (&str, &str), mut docs: Vec<String>, default: Option<&str>) -> Vec<String> {
    if docs.is_empty() && !name::is_told(name, field) {
        docs.push(format!("The parameter {}.", code_span(name)));
    }
    if let Some(default) = default {
        if !docs.is_empty() {
            docs.push(String::new());
        }
        docs.push(format!(
            "The API takes {} where it is left out.",
            code_span(default)
        ));
    }
    docs
}
