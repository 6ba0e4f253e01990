//! Which errors an operation has, and how answers become them.

mod by_code;
mod cases;
mod compared;
mod contradiction;
mod docs;
mod implies;
mod in_band;
mod predicate;
mod recognized;
mod share;
mod variants;

use super::{
    name,
    responses::{body, status},
    types::Types,
};
use crate::{
    collection::order,
    ir,
    model::{Operation, Response, Status},
};
use variants::Variants;

pub(super) use compared::Compared;
pub(super) use docs::document;
pub(super) use recognized::Recognized;
pub(super) use share::share;

/// The errors of an operation.
pub(super) struct Errors {
    /// The variants.
    pub variants: Vec<ir::Variant>,
    /// The type of the body of what only `default` documents.
    pub default: Option<ir::Type>,
    /// How they are told apart.
    pub table: ir::Responses,
    /// Those of documented responses.
    pub documented: Vec<(ir::Status, ir::Reading)>,
}

/// What can go wrong in an operation.
pub(super) fn errors(operation: &Operation, owner: &str, types: &mut Types<'_>) -> Errors {
    let is_error = |status: Status| !status.is_success() && !status.is_redirect();
    let mut errors = by_status(operation);
    errors.retain(|response| is_error(response.status));
    // Before those of cases, which may be for the same body: it is called after all errors.
    let default = errors.iter().find(|one| one.status == Status::Any);
    let default = default.and_then(|one| body(operation, one, &format!("{owner}ErrorBody"), types));
    let mut variants = Variants::default();
    if let Some(condition) = &operation.rules.success_when {
        types.take(&operation.at, predicate::size(condition));
    }
    let table = ir::Responses {
        success_when: operation
            .rules
            .success_when
            .as_ref()
            .map(predicate::predicate),
        cases: cases::cases(operation, owner, &mut variants, types),
        in_band: in_band::in_band(operation, types)
            .into_iter()
            .map(|(success, condition, error)| (status(success), condition, status(error)))
            .collect(),
        code: predicate::texts(&operation.rules.code),
        message: predicate::texts(&operation.rules.message),
    };
    let statuses: Vec<_> = errors
        .iter()
        .map(|response| documented(operation, response, owner, &mut variants, types))
        .collect();
    // Those of statuses have their names before those of codes.
    let documented = errors.iter().zip(statuses).map(|(response, variant)| {
        let reading = ir::Reading::Error {
            variant,
            by: by_code::by_code(operation, response, owner, &mut variants, types),
            code: predicate::texts(&response.code),
            message: predicate::texts(&response.message),
        };
        (status(response.status), reading)
    });
    let documented = documented.collect();
    Errors {
        variants: variants.finish(),
        default,
        table,
        documented,
    }
}

/// The documented responses by status: in whatever order documents list them, the same errors are the
/// same.
fn by_status(operation: &Operation) -> Vec<&Response> {
    let mut all: Vec<_> = operation.responses.iter().collect();
    order::sort_by_key(&mut all, |response| response.status);
    all
}

/// The variant of a documented error's status. `default` has no status of its own.
fn documented(
    operation: &Operation,
    response: &Response,
    owner: &str,
    variants: &mut Variants,
    types: &mut Types<'_>,
) -> usize {
    let name = match response.status {
        Status::Exact(code) => name::variant_of_status(code),
        Status::Range(class) => name::variant_of_range(class),
        Status::Any => return ir::UNRECOGNIZED,
    };
    let payload = body(operation, response, &format!("{owner}{name}"), types);
    variants.add(&name, payload, &response.description, &response.at, types)
}
