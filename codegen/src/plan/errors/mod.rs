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
        code: operation.rules.code.clone(),
        message: operation.rules.message.clone(),
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
    // What is declared goes before what is documented, however exact the latter's status is.
    let declared = operation.rules.cases.len();
    let documented: Vec<_> = (declared..table.cases.len()).collect();
    for case in table.cases.iter_mut().take(declared) {
        case.over.extend(&documented);
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
        Status::Exact(code) => name::variant_of_status(code),
        Status::Range(class) => name::variant_of_range(class),
        Status::Any => {
            table
                .documented
                .push((ir::Status::Any, ir::Reading::Error(ir::UNRECOGNIZED)));
            return;
        }
    };
    let payload = match body(response, &format!("{owner}{name}"), types) {
        ir::Type::Unit => None,
        ty => Some(ty),
    };
    let variant = variants.add(&name, payload, &response.description, &response.at, types);
    let status = status(response.status);
    table.documented.push((status, ir::Reading::Error(variant)));
    if !response.code.is_empty() || !response.message.is_empty() {
        // Code and message are found by a case, which a documented response has no room for.
        table.cases.push(ir::Case {
            variant,
            statuses: vec![status],
            when: None,
            over: Vec::new(),
            code: response.code.clone(),
            message: response.message.clone(),
            retry: None,
        });
    }
}
