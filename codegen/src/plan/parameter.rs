//! Parameters of operations.

use super::{bodies::Bodies, code_span::code_span, doc, name, types::Types};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Bounds, Location, Operation, Parameter, Shape},
    notes::NameKind,
};

/// The parameters in the order of the arguments: required ones first.
pub(super) fn parameters(
    operation: &Operation,
    owner: &str,
    types: &mut Types<'_>,
    bodies: &mut Bodies,
) -> Vec<ir::Parameter> {
    let mut names = name::Scope::new(name::reserved::FIELD_METHODS);
    let mut planned: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| self::parameter(parameter, owner, &mut names, types))
        .collect();
    planned.extend(bodies.body(operation, owner, &mut names, types));
    planned.sort_by_key(|parameter| !parameter.required);
    planned
}

fn parameter(
    parameter: &Parameter,
    owner: &str,
    names: &mut name::Scope,
    types: &mut Types<'_>,
) -> ir::Parameter {
    let Parameter {
        at,
        name,
        location,
        explode,
        required,
        deprecated,
        default,
        description,
        schema,
    } = parameter;
    let place = match location {
        Location::Path => ir::Place::Path,
        Location::Query => ir::Place::Query,
        Location::Header => ir::Place::Header,
    };
    let usual = *location == Location::Query;
    let own = || format!("{owner}{}", name::type_name(name));
    let ty = types.argument(*schema, &name::shared(at, name).unwrap_or_else(own), at);
    let natural = name::field(name);
    let field = names.claim(natural.clone());
    types.note_name(name::Given {
        kind: NameKind::Field,
        text: Some(name),
        natural: &natural,
        name: &field,
        within: &format!("operations::{owner}"),
        place: types.value_place(&at.child("name")),
    });
    ir::Parameter {
        name: field,
        wire: name.clone(),
        docs: docs(name, description.as_deref(), default.as_deref()),
        deprecated: *deprecated || types.is_deprecated(*schema),
        place,
        explode: (*explode != usual && *location == Location::Query).then_some(*explode),
        constraints: constraints(parameter, types),
        ty,
        required: *required,
    }
}

fn docs(name: &str, description: Option<&str>, default: Option<&str>) -> Vec<String> {
    let mut docs = doc::optional(description);
    if docs.is_empty() {
        docs.push(format!("The parameter {}.", code_span(name)));
    }
    if let Some(default) = default {
        docs.push(String::new());
        docs.push(format!(
            "The API takes {} where it is left out.",
            code_span(default)
        ));
    }
    docs
}

/// What the schema demands, of the argument or of each of its items.
fn constraints(parameter: &Parameter, types: &mut Types<'_>) -> ir::Constraints {
    let mut constraints = ir::Constraints::default();
    let mut next = Some(parameter.schema);
    while let Some(id) = next.take() {
        match &types.meant(id).shape {
            Shape::Array(array) => {
                constraints.min_items = constraints.min_items.or(array.min_items);
                constraints.max_items = constraints.max_items.or(array.max_items);
                constraints.unique_items |= array.unique;
                // Items that are lists are no argument: see `Types::argument`.
                next = (!matches!(types.meant(array.items).shape, Shape::Array(_)))
                    .then_some(array.items);
            }
            Shape::Text(text) => {
                constraints.min_length = text.min_length;
                constraints.max_length = text.max_length;
                if text.pattern.is_some() {
                    unchecked_pattern(parameter, types);
                }
            }
            Shape::Integer(integer) => bounds(&mut constraints, &integer.bounds),
            Shape::Number(number) => bounds(&mut constraints, &number.bounds),
            Shape::Any
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::Null
            | Shape::Boolean(_)
            | Shape::Object(_)
            | Shape::AllOf(_)
            | Shape::Choice(_) => {}
        }
    }
    constraints
}

fn unchecked_pattern(parameter: &Parameter, types: &mut Types<'_>) {
    let place = types.key_place(&parameter.at);
    let message = "the `pattern` of this parameter is not checked before sending";
    types.report(Diagnostic::new(Code::Ignored, place, message));
}

fn bounds(constraints: &mut ir::Constraints, bounds: &Bounds) {
    let Bounds {
        minimum,
        above,
        maximum,
        below,
        multiple_of,
    } = *bounds;
    constraints.minimum = minimum.filter(|_| !above);
    constraints.above = minimum.filter(|_| above);
    constraints.maximum = maximum.filter(|_| !below);
    constraints.below = maximum.filter(|_| below);
    constraints.multiple_of = multiple_of;
}
