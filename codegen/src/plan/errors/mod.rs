//! Which errors an operation has, and how answers become them.

mod cases;
mod implies;
mod predicate;
mod variants;

use super::{
    name,
    responses::{body, status},
    types::Types,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Operation, Response, Status},
};
use variants::Variants;

/// The variants of an operation's errors, and the table by which answers are read.
pub(super) fn errors(
    operation: &Operation,
    owner: &str,
    success: Vec<(ir::Status, ir::Type)>,
    types: &mut Types<'_>,
) -> (Vec<ir::Variant>, ir::Responses) {
    let mut variants = Variants::default();
    let mut table = ir::Responses {
        success_when: operation
            .rules
            .success_when
            .as_ref()
            .map(predicate::predicate),
        cases: cases::cases(operation, owner, &mut variants, types),
        documented: Vec::new(),
        code: predicate::texts(&operation.rules.code),
        message: predicate::texts(&operation.rules.message),
    };
    for (status, ty) in success {
        table.documented.push((status, ir::Reading::Output(ty)));
    }
    for response in operation
        .responses
        .iter()
        .filter(|response| !response.status.is_success())
    {
        documented(response, owner, &mut variants, &mut table, types);
    }
    (variants.finish(), table)
}

/// A documented error: the variant of its status. `default` has no status of its own.
fn documented(
    response: &Response,
    owner: &str,
    variants: &mut Variants,
    table: &mut ir::Responses,
    types: &mut Types<'_>,
) {
    let name = match response.status {
        Status::Exact(code) => Some(name::variant_of_status(code)),
        Status::Range(class) => Some(name::variant_of_range(class)),
        Status::Any => None,
    };
    let variant = match name {
        None => ir::UNRECOGNIZED,
        Some(name) => {
            let payload = match body(response, &format!("{owner}{name}"), types) {
                ir::Type::Unit => None,
                ty => Some(ty),
            };
            variants.add(&name, payload, &response.description, &response.at, types)
        }
    };
    let reading = ir::Reading::Error {
        variant,
        code: predicate::texts(&response.code),
        message: predicate::texts(&response.message),
    };
    table.documented.push((status(response.status), reading));
    report_redirect(response, types);
}

/// A documented redirect is an answer of its own, for which there is no output yet.
fn report_redirect(response: &Response, types: &mut Types<'_>) {
    if Status::Range(3).covers(response.status) {
        let place = types.key_place(&response.at);
        let message =
            "a redirect is an error of the operation for now, with its `Location` in `headers()`";
        types.report(Diagnostic::new(Code::Ignored, place, message));
    }
}
