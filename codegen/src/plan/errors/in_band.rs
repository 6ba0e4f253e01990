//! Errors under a status of success: what an error must say contradicts what a success must say.

use super::{
    by_code::json_body,
    by_status,
    predicate::tagged,
    recognized::{object, pointer},
};
use crate::{
    ir::{Predicate, Tag},
    model::{Api, Operation, Response, SchemaId, Shape, Status},
    plan::types::{Types, constants},
};

/// How many values an error may have to say so.
const MOST: usize = 20;

/// How many members of a choice, and of an object, are looked at.
const LOOKED_AT: usize = 100;

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
            let Some((name, values)) = contradiction(api, success, *body) else {
                continue;
            };
            if !types.take(&error.at, 2 + values.len()) {
                return all;
            }
            let scalars = values.iter().map(tagged).collect();
            let condition = Predicate::Equals(pointer(&[&name]), scalars);
            let status = if is_alone { Status::Range(2) } else { status };
            all.push((status, condition, error.status));
        }
    }
    all
}

/// A member that both must have, of which the success has one value, and the error has others; and those.
fn contradiction(api: &Api, success: SchemaId, error: SchemaId) -> Option<(String, Vec<Tag>)> {
    let first = *members(api, success).first()?;
    let first = object(api, first)?;
    let candidates = first.properties.iter().filter(|(_, one)| one.required);
    candidates.take(LOOKED_AT).find_map(|(name, _)| {
        let succeeded = values(api, success, name).filter(|values| values.len() == 1)?;
        let failed = values(api, error, name).filter(|values| values.len() <= MOST)?;
        let is_contradiction = !succeeded.iter().any(|value| failed.contains(value));
        is_contradiction.then(|| (name.clone(), failed))
    })
}

/// The listed values of a member, which each value of the schema must have, in order and each once.
fn values(api: &Api, id: SchemaId, name: &str) -> Option<Vec<Tag>> {
    let mut all = Vec::new();
    for member in members(api, id) {
        let values = constants(api, member, name);
        if values.is_empty() {
            return None;
        }
        all.extend(values);
    }
    all.sort_unstable();
    all.dedup();
    (!all.is_empty()).then_some(all)
}

/// The members of a choice, or the schema itself; none where there are too many.
fn members(api: &Api, id: SchemaId) -> Vec<SchemaId> {
    match &api.schemas.get(api.schemas.meant(id)).shape {
        Shape::Choice(choice) if choice.members.len() > LOOKED_AT => Vec::new(),
        Shape::Choice(choice) => choice.members.clone(),
        _ => vec![id],
    }
}
