//! Declared errors: their variants, their payloads, and which gives way to which.

use super::{
    super::{
        name,
        responses::{body, may_have_body, status},
        room::lines,
        types::Types,
    },
    compared,
    predicate::{predicate, size, texts},
    variants::{RESERVED, Variants},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Case, Operation, Response, Status},
};

/// A row of the table, without its condition.
const LINES: usize = 8;

pub(super) fn cases(
    operation: &Operation,
    owner: &str,
    variants: &mut Variants,
    types: &mut Types<'_>,
) -> Vec<ir::Case> {
    let cases = &operation.rules.cases;
    let over = compared::over(operation, types);
    let mut planned = Vec::new();
    for (case, over) in cases.iter().zip(over) {
        let conditions = case.when.as_ref().map_or(0, size);
        let places = case.code.iter().chain(&case.message);
        let places = lines(places.map(|one| one.text.as_str()), 1);
        let named = lines([case.variant.as_str()], 4);
        if !types.take(
            &case.at,
            LINES + conditions + places + named + over.len() / 10,
        ) {
            break;
        }
        check_name(case, types);
        let payload = payload(case, operation, owner, types);
        let description = case.description.as_deref().unwrap_or_default();
        planned.push(ir::Case {
            variant: variants.add(&case.variant, payload, description, &case.at, types),
            statuses: case.statuses.iter().map(|one| status(*one)).collect(),
            when: case.when.as_ref().map(predicate),
            over,
            code: texts(&case.code),
            message: texts(&case.message),
            retry: case.retry,
        });
    }
    planned
}

fn check_name(case: &Case, types: &mut Types<'_>) {
    let wanted = match case.variant.parse() {
        Ok(status @ 100..=599) => name::variant_of_status(status),
        _ => name::type_name(&case.variant),
    };
    let (message, help) = if case.variant == RESERVED {
        (
            "every operation has an error `Unrecognized` already".to_owned(),
            "give this one another name: what no case fits is `Unrecognized` by itself".to_owned(),
        )
    } else if case.variant != wanted {
        (
            format!(
                "`{}` cannot be the name of a Rust variant",
                case.variant.escape_debug()
            ),
            format!("write `{wanted}`"),
        )
    } else {
        return;
    };
    let place = types.key_place(&case.at);
    types.report(Diagnostic::new(Code::InvalidExtension, place, message).help(help));
}

/// The type of a case's body: its own, else that of the response which is documented for its
/// statuses, else any JSON; `None` where no answer has a body.
fn payload(
    case: &Case,
    operation: &Operation,
    owner: &str,
    types: &mut Types<'_>,
) -> Option<ir::Type> {
    let any = [Status::Any];
    let statuses = match case.statuses.as_slice() {
        [] => &any,
        some => some,
    };
    if !statuses.iter().any(|one| may_have_body(operation, *one)) {
        return None;
    }
    if let Some(schema) = case.schema {
        let own = || format!("{owner}{}", case.variant);
        let shared = name::shared(types.place_of(schema), &case.variant);
        return Some(types.body(schema, &shared.unwrap_or_else(own)));
    }
    let covering = |response: &&Response| {
        case.statuses
            .iter()
            .all(|status| response.status.covers(*status))
    };
    let documented = operation.responses.iter().filter(covering);
    let documented = documented.min_by_key(|response| match response.status {
        Status::Exact(_) => 0,
        Status::Range(_) => 1,
        Status::Any => 2,
    });
    let name = format!("{owner}{}", case.variant);
    let documented = documented.and_then(|response| body(operation, response, &name, types));
    Some(documented.unwrap_or_else(|| {
        let why = "it has no `schema`, and no response has one for its status";
        types.note_untyped(&case.at, why);
        ir::Type::Json
    }))
}
