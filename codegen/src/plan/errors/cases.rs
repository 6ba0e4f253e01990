//! Declared errors: their variants, their payloads, and which gives way to which.

use super::{
    super::{
        name,
        responses::{body, status},
        types::Types,
    },
    implies::implies,
    predicate::{predicate, texts},
    variants::Variants,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Case, Operation, Response, Status},
};

/// The name that every error enum has already.
const RESERVED: &str = "Unrecognized";

pub(super) fn cases(
    operation: &Operation,
    owner: &str,
    variants: &mut Variants,
    types: &mut Types<'_>,
) -> Vec<ir::Case> {
    let cases = &operation.rules.cases;
    check_reachable(cases, types);
    let mut planned = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        check_name(case, types);
        let payload = payload(case, operation, owner, types);
        let description = case.description.as_deref().unwrap_or_default();
        planned.push(ir::Case {
            variant: variants.add(&case.variant, Some(payload), description, &case.at, types),
            statuses: case.statuses.iter().map(|one| status(*one)).collect(),
            when: case.when.as_ref().map(predicate),
            over: over(index, cases),
            code: texts(&case.code),
            message: texts(&case.message),
            retry: case.retry,
        });
    }
    planned
}

/// The positions of the cases that hold whenever this one does, and not the other way round.
fn over(index: usize, cases: &[Case]) -> Vec<usize> {
    let Some(case) = cases.get(index) else {
        return Vec::new();
    };
    let gives_way = |other: &Case| {
        implies(case.when.as_ref(), other.when.as_ref())
            && !implies(other.when.as_ref(), case.when.as_ref())
    };
    let others = cases
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != index && gives_way(other));
    others.map(|(at, _)| at).collect()
}

/// A case is never reached where an earlier one has the same condition and the same statuses.
fn check_reachable(cases: &[Case], types: &mut Types<'_>) {
    for (index, case) in cases.iter().enumerate() {
        let same = |other: &&Case| {
            // A nearer level means to take the place of a farther one.
            case.at.parent() == other.at.parent()
                && case
                    .statuses
                    .iter()
                    .all(|status| other.statuses.contains(status))
                && implies(case.when.as_ref(), other.when.as_ref())
                && implies(other.when.as_ref(), case.when.as_ref())
        };
        if let Some(earlier) = cases.iter().take(index).find(same) {
            let (name, other) = (&case.variant, &earlier.variant);
            let message = format!("`{name}` is never chosen: `{other}` takes all its answers");
            let help = format!("narrow the `when` or the `status` of `{name}`, or take it out");
            let diagnostic =
                Diagnostic::new(Code::UnreachableCase, types.key_place(&case.at), message)
                    .also(types.key_place(&earlier.at), "goes first")
                    .help(help);
            types.report(diagnostic);
        }
    }
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
/// statuses, else any JSON.
fn payload(case: &Case, operation: &Operation, owner: &str, types: &mut Types<'_>) -> ir::Type {
    if let Some(schema) = case.schema {
        let own = || format!("{owner}{}", case.variant);
        let shared = name::shared(types.place_of(schema), &case.variant);
        return types.body(schema, &shared.unwrap_or_else(own));
    }
    let covering = |response: &&Response| {
        case.statuses
            .iter()
            .all(|status| response.status.covers(*status))
    };
    let mut documented: Vec<_> = operation.responses.iter().filter(covering).collect();
    documented.sort_by_key(|response| match response.status {
        Status::Exact(_) => 0,
        Status::Range(_) => 1,
        Status::Any => 2,
    });
    let documented = documented.first();
    let name = format!("{owner}{}", case.variant);
    let documented = documented.and_then(|response| body(operation, response, &name, types));
    documented.unwrap_or_else(|| {
        let why = "it has no `schema`, and no response has one for its status";
        types.note_untyped(&case.at, why);
        ir::Type::Json
    })
}
