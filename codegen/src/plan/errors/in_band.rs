//! Errors under a status of success: what an error must say contradicts what a success must say.

use super::{
    by_code::json_body,
    by_status,
    predicate::tagged,
    recognized::{object, pointer},
};
use crate::{
    ir::{Predicate, Tag},
    model::{Additional, Api, Operation, Response, SchemaId, Shape, Status},
    plan::types::{Types, values as listed},
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

/// A member whose values an error has, and a success cannot have; and those. One that both must have
/// comes first, then one that both may have, and then one that a success has no room for.
fn contradiction(api: &Api, success: SchemaId, error: SchemaId) -> Option<(String, Vec<Tag>)> {
    let failed = |name: &str, must: bool| {
        values(api, error, name, must).filter(|failed| failed.len() <= MOST)
    };
    let names = |id| {
        let first = members(api, id)
            .first()
            .and_then(|first| object(api, *first));
        let names = first.into_iter().flat_map(|first| first.properties.keys());
        names.take(LOOKED_AT)
    };
    let differs = |must: bool| {
        names(success).find_map(|name| {
            let failed = failed(name, must)?;
            let succeeded = values(api, success, name, must).filter(|values| values.len() == 1)?;
            let is_contradiction = !succeeded.iter().any(|value| failed.contains(value));
            is_contradiction.then(|| (name.clone(), failed))
        })
    };
    let has_no_room = || {
        let mut others = names(error).filter(|name| is_closed(api, success, name));
        others.find_map(|name| Some((name.clone(), failed(name, true)?)))
    };
    differs(true)
        .or_else(|| differs(false))
        .or_else(has_no_room)
}

/// Whether no value of the schema has this member.
fn is_closed(api: &Api, id: SchemaId, name: &str) -> bool {
    let members = members(api, id);
    let is_without = |id: &SchemaId| match &api.schemas.get(api.schemas.meant(*id)).shape {
        Shape::Object(object) => {
            object.additional == Additional::Forbidden && !object.properties.contains_key(name)
        }
        Shape::Array(_) => true,
        _ => false,
    };
    !members.is_empty() && members.iter().all(is_without)
}

/// The listed values of a member, which each value of the schema must have, or has if it has the member
/// at all; in order and each once.
fn values(api: &Api, id: SchemaId, name: &str, must: bool) -> Option<Vec<Tag>> {
    let mut all = Vec::new();
    for member in members(api, id) {
        let property = object(api, member)?.properties.get(name)?;
        let values = listed(api, property.schema);
        if values.is_empty() || must && !property.required {
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
