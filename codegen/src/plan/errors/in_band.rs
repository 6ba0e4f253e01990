//! Errors under a status of success: what an error must say contradicts what a success must say.

use super::{
    by_code::json_body,
    recognized::{object, pointer},
};
use crate::{
    ir::{Predicate, Scalar, Tag},
    model::{Api, Operation, Response, SchemaId, Shape, Status},
    plan::types::{Types, constants},
};

/// Which conditions on a 2xx say that it is an error, and the status under which that is documented.
pub(super) fn in_band(operation: &Operation, types: &Types<'_>) -> Vec<(Predicate, Status)> {
    let api = types.api();
    let body = |response: &Response| json_body(operation, response, types);
    let successes = operation.responses.iter();
    let successes = successes.filter(|one| one.status.is_success() && !one.content.is_empty());
    // Of what is no JSON nothing can be said.
    let Some(successes) = successes.map(body).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let mut errors: Vec<_> = operation.responses.iter().collect();
    errors.retain(|one| !one.status.is_success() && !one.status.is_redirect());
    // `default` stands for any status, so for a success, too.
    errors.sort_by_key(|one| (one.status != Status::Any, one.status));
    let mut all: Vec<(Predicate, Status)> = Vec::new();
    for error in errors {
        let condition = body(error).and_then(|error| contradiction(api, &successes, error));
        if let Some(condition) = condition
            && all.iter().all(|(other, _)| *other != condition)
        {
            all.push((condition, error.status));
        }
    }
    all
}

/// A member that all successes and the error must have, and none of the values that are listed for it
/// in both.
fn contradiction(api: &Api, successes: &[SchemaId], error: SchemaId) -> Option<Predicate> {
    let first = members(api, *successes.first()?);
    let first = object(api, *first.first()?)?;
    let mut candidates = first.properties.iter().filter(|(_, one)| one.required);
    candidates.find_map(|(name, _)| {
        let failed = values(api, error, name)?;
        let succeeded: Option<Vec<_>> = successes
            .iter()
            .map(|success| values(api, *success, name))
            .collect();
        let succeeded = succeeded?;
        let is_of_both = |value: &Tag| succeeded.iter().any(|values| values.contains(value));
        let scalars = failed.iter().map(scalar).collect();
        (!failed.iter().any(is_of_both))
            .then(|| Predicate::Equals(pointer(&[name.as_str()]), scalars))
    })
}

/// The listed values of a member, which each value of the schema must have.
fn values(api: &Api, id: SchemaId, name: &str) -> Option<Vec<Tag>> {
    let mut all = Vec::new();
    for member in members(api, id) {
        let values = constants(api, member, name);
        if values.is_empty() {
            return None;
        }
        all.extend(values);
    }
    Some(all)
}

/// The members of a choice, or the schema itself.
fn members(api: &Api, id: SchemaId) -> Vec<SchemaId> {
    match &api.schemas.get(api.schemas.meant(id)).shape {
        Shape::Choice(choice) => choice.members.clone(),
        _ => vec![id],
    }
}

pub(super) fn scalar(tag: &Tag) -> Scalar {
    match tag {
        Tag::Bool(flag) => Scalar::Bool(*flag),
        Tag::Integer(integer) => Scalar::Integer(*integer),
        Tag::Text(text) => Scalar::Text(text.clone()),
    }
}
