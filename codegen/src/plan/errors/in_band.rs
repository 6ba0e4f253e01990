//! Errors under a status of success: what an error says contradicts what a success must say.

use super::{by_code::json_body, by_status, contradiction::contradiction};
use crate::{
    ir::Predicate,
    model::{Operation, Response, Status},
    plan::types::Types,
};

/// Which conditions on a success say that it is an error: the status of the success, the condition, and
/// the status under which that error is documented.
pub(super) fn in_band(
    operation: &Operation,
    types: &mut Types<'_>,
) -> Vec<(Status, Predicate, Status)> {
    let api = types.api();
    let (mut successes, mut errors) = (Vec::new(), Vec::new());
    for response in by_status(operation) {
        match json_body(operation, response, types) {
            Some(body) if response.status.is_success() => successes.push((response.status, body)),
            Some(body) if !response.status.is_redirect() => errors.push((response, body)),
            _ => {}
        }
    }
    // Where one success alone has a body, what is documented for no status is that one.
    let has_body = |one: &&Response| one.status.is_success() && !one.content.is_empty();
    let is_alone = operation.responses.iter().filter(has_body).count() == 1;
    let mut all = Vec::new();
    for (status, success) in successes {
        for (error, body) in &errors {
            let Some(found) = contradiction(api, success, *body) else {
                continue;
            };
            let (lines, condition) = found.condition();
            if !types.take(&error.at, 2 + lines) {
                return all;
            }
            let status = if is_alone { Status::Range(2) } else { status };
            all.push((status, condition, error.status));
        }
    }
    all
}
