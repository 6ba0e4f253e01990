//! What an operation gives.

use super::types::Types;
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Operation, Response, Status},
};

/// The statuses of successes, each with the type of its body.
pub(super) fn success(
    operation: &Operation,
    owner: &str,
    types: &mut Types<'_>,
) -> Vec<(ir::Status, ir::Type)> {
    let mut found: Vec<(ir::Status, ir::Type)> = Vec::new();
    let mut successes: Vec<&Response> = operation
        .responses
        .iter()
        .filter(|response| response.status.is_success())
        .collect();
    let only_default = successes.is_empty();
    if only_default {
        successes.extend(
            operation
                .responses
                .iter()
                .find(|response| response.status == Status::Any),
        );
    }
    for response in successes {
        let status = if only_default {
            ir::Status::Range(2)
        } else {
            status(response.status)
        };
        let ty = body(response, &format!("{owner}Response"), types);
        if found.iter().any(|(_, other)| *other != ty) {
            let message = "successes of different types cannot be generated yet";
            let place = types.key_place(&response.at);
            let help = "leave the success that the client is to read";
            types.report(Diagnostic::new(Code::Unsupported, place, message).help(help));
        } else {
            found.push((status, ty));
        }
    }
    if found.is_empty() {
        // Nothing is known of successes: they are handed over as they come.
        found.push((ir::Status::Range(2), ir::Type::Bytes));
    }
    found
}

/// The type of a response's body.
pub(super) fn body(response: &Response, name: &str, types: &mut Types<'_>) -> ir::Type {
    match &response.body {
        None => ir::Type::Unit,
        Some(body) => types.media_type(body, name),
    }
}

/// What the operation gives: its successes have one type.
pub(super) fn output(table: &ir::Responses) -> ir::Type {
    let mut outputs = table
        .documented
        .iter()
        .filter_map(|(_, reading)| match reading {
            ir::Reading::Output(ty) => Some(ty.clone()),
            ir::Reading::Error { .. } => None,
        });
    outputs.next().unwrap_or(ir::Type::Bytes)
}

/// The media types that answers are documented to have.
pub(super) fn accept(operation: &Operation) -> String {
    let mut names: Vec<&str> = Vec::new();
    for body in operation
        .responses
        .iter()
        .filter_map(|response| response.body.as_ref())
    {
        let is_plain = body
            .name
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if is_plain && !names.contains(&body.name.as_str()) {
            names.push(&body.name);
        }
    }
    names.join(", ")
}

pub(super) fn status(status: Status) -> ir::Status {
    match status {
        Status::Exact(code) => ir::Status::Exact(code),
        Status::Range(class) => ir::Status::Range(class),
        Status::Any => ir::Status::Any,
    }
}
