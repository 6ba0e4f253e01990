//! What errors come in, where some are problem details (RFC 9457) and others are not: for tests, in which
//! they come as they would.

use super::{
    super::types::Types,
    representation,
    row::{Row, has_body},
};
use crate::{
    collection::order,
    ir::{self, Read},
    model::{MediaType, Operation, Status},
};

const PROBLEM: &str = "application/problem+json";

/// The media type of each documented error whose body is JSON; none where all are problems, or none is.
pub(super) fn error_types(
    operation: &Operation,
    rows: &[Row<'_>],
    types: &Types<'_>,
) -> Vec<(ir::Status, String)> {
    let is_error = |response: &&crate::model::Response| {
        let is_row = |row: &Row<'_>| std::ptr::eq(row.response, *response);
        !rows.iter().any(is_row) && has_body(operation, response)
    };
    let errors = operation.responses.iter().filter(is_error);
    let mut all: Vec<(Status, String)> = errors
        .filter_map(|response| {
            let groups = representation::groups(&response.content, types).groups;
            let group = groups.first()?;
            let is_json = matches!(group.read, Read::Json | Read::JsonOrText);
            let named = group.all.iter().filter(|one| is_json && !one.is_range());
            let names: Vec<String> = named.map(|one: &&MediaType| one.essence()).collect();
            let problem = names.iter().find(|name| *name == PROBLEM);
            let name = problem.or(names.first())?;
            Some((response.status, name.clone()))
        })
        .collect();
    let problems = all.iter().filter(|(_, name)| name == PROBLEM).count();
    if problems == 0 || problems == all.len() {
        return Vec::new();
    }
    order::sort(&mut all);
    let named = all.into_iter();
    named
        .map(|(status, name)| (super::status(status), name))
        .collect()
}
