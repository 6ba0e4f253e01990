//! Which errors an operation has, and how answers become them.

mod cases;
mod compared;
mod implies;
mod predicate;
mod share;
mod variants;

use super::{
    name,
    responses::{body, status},
    types::Types,
};
use crate::{
    ir,
    model::{Operation, Response, Status},
};
use variants::Variants;

pub(super) use compared::Compared;
pub(super) use share::share;

/// The variants of an operation's errors, how they are told apart, and the documented ones.
pub(super) fn errors(
    operation: &Operation,
    owner: &str,
    types: &mut Types<'_>,
) -> (
    Vec<ir::Variant>,
    ir::Responses,
    Vec<(ir::Status, ir::Reading)>,
) {
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
        code: predicate::texts(&operation.rules.code),
        message: predicate::texts(&operation.rules.message),
    };
    let is_error = |status: Status| !status.is_success() && !status.is_redirect();
    let errors = operation.responses.iter();
    let mut errors: Vec<_> = errors
        .filter(|response| is_error(response.status))
        .collect();
    // In whatever order documents list them, the same errors are the same.
    errors.sort_by_key(|response| response.status);
    let documented = errors.into_iter().map(|response| {
        let reading = documented(operation, response, owner, &mut variants, types);
        (status(response.status), reading)
    });
    let documented = documented.collect();
    (variants.finish(), table, documented)
}

/// A documented error: the variant of its status. `default` has no status of its own.
fn documented(
    operation: &Operation,
    response: &Response,
    owner: &str,
    variants: &mut Variants,
    types: &mut Types<'_>,
) -> ir::Reading {
    let name = match response.status {
        Status::Exact(code) => Some(name::variant_of_status(code)),
        Status::Range(class) => Some(name::variant_of_range(class)),
        Status::Any => None,
    };
    let variant = match name {
        None => ir::UNRECOGNIZED,
        Some(name) => {
            let payload = body(operation, response, &format!("{owner}{name}"), types);
            variants.add(&name, payload, &response.description, &response.at, types)
        }
    };
    ir::Reading::Error {
        variant,
        code: predicate::texts(&response.code),
        message: predicate::texts(&response.message),
    }
}
