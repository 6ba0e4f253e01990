//! Errors of which one answer can be several: what in its body tells them apart, though no
//! `x-outspoken` says so.

use std::sync::Arc;

use super::super::types::{are_distinct, constants, tags, values};
use crate::{
    collection::Table,
    ir::Tag,
    model::{Api, Choice, Object, SchemaId, Shape},
};

/// A member of the body whose values are errors of their own.
pub(super) struct Codes {
    /// Where it is, as a pointer.
    pub(super) at: String,
    /// The values, each with what the body then is.
    pub(super) values: Vec<(Tag, SchemaId)>,
}

/// Members that hold codes, the likeliest first.
const NAMES: [&str; 8] = [
    "code",
    "error",
    "error_code",
    "type",
    "reason",
    "name",
    "title",
    "errorCode",
];

/// How many members are looked at, each with as many within it, where those of a choice have nothing
/// at the top that tells them apart.
const NESTED: usize = 20;

/// What was found, by the schema of the body: many operations have the same.
#[derive(Default)]
pub(in crate::plan) struct Recognized(Table<SchemaId, Option<Arc<Codes>>>);

impl Recognized {
    /// What tells the errors apart that a body can be.
    pub(super) fn codes(&mut self, api: &Api, body: SchemaId) -> Option<Arc<Codes>> {
        let meant = api.schemas.meant(body);
        let found = self.0.get_or(meant, || {
            let codes = match &api.schemas.get(meant).shape {
                Shape::Choice(choice) => of_members(api, choice),
                Shape::Object(object) => listed(api, object, meant),
                _ => None,
            };
            codes.map(Arc::new)
        });
        found.clone()
    }
}

/// The values by which the members of a choice are told apart, at the top or one level down.
fn of_members(api: &Api, choice: &Choice) -> Option<Codes> {
    let pair = |values: Vec<Vec<Tag>>| {
        let members = choice.members.iter();
        let pairs = members.zip(values);
        let pairs = pairs.flat_map(|(id, tags)| tags.into_iter().map(|tag| (tag, *id)));
        pairs.collect::<Vec<_>>()
    };
    if let Some(tags) = tags(api, choice) {
        return Some(Codes {
            at: pointer(&[&tags.property]),
            values: pair(tags.values),
        });
    }
    let first = object(api, *choice.members.first()?)?;
    first
        .properties
        .iter()
        .take(NESTED)
        .find_map(|(outer, property)| {
            let nested = object(api, property.schema)?;
            nested.properties.keys().take(NESTED).find_map(|inner| {
                let within = |id: &SchemaId| Some(constants(api, inside(api, *id, outer)?, inner));
                let values: Option<Vec<_>> = choice.members.iter().map(within).collect();
                let values = values.filter(|values| are_distinct(values))?;
                let at = pointer(&[outer, inner]);
                values.iter().all(|tags| !tags.is_empty()).then(|| Codes {
                    at,
                    values: pair(values),
                })
            })
        })
}

/// The values of a member that holds codes: of the body, of its `error`, or of the first of its
/// `errors`. A single value tells nothing apart, so that it counts only where there are no others.
fn listed(api: &Api, body: &Object, id: SchemaId) -> Option<Codes> {
    let of = |name: &str| body.properties.get(name).map(|one| one.schema);
    let list = of("errors").map(|list| &api.schemas.get(api.schemas.meant(list)).shape);
    let first = match list {
        Some(Shape::Array(list)) => Some(list.items),
        _ => None,
    };
    let within: [(Option<SchemaId>, &[&str]); 2] =
        [(of("error"), &["error"]), (first, &["errors", "0"])];
    let at_least = |least: usize| {
        let within = within.iter();
        let within = within.filter_map(|(member, path)| Some((object(api, (*member)?)?, *path)));
        let whole: (&Object, &[&str]) = (body, &[]);
        let mut objects = std::iter::once(whole).chain(within);
        objects.find_map(|(object, path)| {
            NAMES.iter().find_map(|name| {
                let values = codes_of(api, object.properties.get(*name)?.schema);
                (values.len() >= least).then(|| Codes {
                    at: pointer(&[path, &[name]].concat()),
                    values: values.into_iter().map(|value| (value, id)).collect(),
                })
            })
        })
    };
    let several = at_least(2).or_else(|| {
        let mut within = within.iter();
        within.find_map(|(member, path)| chosen(api, (*member)?, path, id))
    });
    several.or_else(|| at_least(1))
}

/// The values by which the members of a choice within the body are told apart.
fn chosen(api: &Api, member: SchemaId, path: &[&str], id: SchemaId) -> Option<Codes> {
    let shape = &api.schemas.get(api.schemas.meant(member)).shape;
    let Shape::Choice(choice) = shape else {
        return None;
    };
    let Codes { at, values } = of_members(api, choice)?;
    let are_codes = values.iter().all(|(tag, _)| is_code(tag));
    are_codes.then(|| Codes {
        at: format!("{}{at}", pointer(path)),
        values: values.into_iter().map(|(tag, _)| (tag, id)).collect(),
    })
}

/// Texts that say no more than that there is an error.
const ERRORS: [&str; 6] = ["err", "error", "errors", "fail", "failed", "failure"];

/// The values of a schema, if they are codes: flags are none, nor is what only repeats statuses or says
/// that it is an error.
fn codes_of(api: &Api, id: SchemaId) -> Vec<Tag> {
    let values = values(api, id);
    let is_status = |tag: &Tag| match tag {
        Tag::Integer(code) => (100..=599).contains(code),
        Tag::Text(text) => text.len() == 3 && matches!(text.parse(), Ok(100..=599)),
        Tag::Bool(_) => false,
    };
    match values.iter().all(is_status) || !values.iter().all(is_code) {
        true => Vec::new(),
        false => match values.as_slice() {
            [Tag::Text(only)] if ERRORS.iter().any(|one| only.eq_ignore_ascii_case(one)) => {
                Vec::new()
            }
            _ => values,
        },
    }
}

fn is_code(tag: &Tag) -> bool {
    !matches!(tag, Tag::Bool(_))
}

/// The schema of a member that each value of an object must have.
pub(super) fn inside(api: &Api, id: SchemaId, name: &str) -> Option<SchemaId> {
    let property = object(api, id)?.properties.get(name)?;
    property.required.then_some(property.schema)
}

pub(super) fn object(api: &Api, id: SchemaId) -> Option<&Object> {
    match &api.schemas.get(api.schemas.meant(id)).shape {
        Shape::Object(object) => Some(object),
        _ => None,
    }
}

/// A JSON Pointer (RFC 6901 §3).
pub(super) fn pointer(path: &[&str]) -> String {
    let escaped = path
        .iter()
        .map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1")));
    escaped.collect()
}
