//! Representations of one body: which is read, and which are something else that a call can ask
//! for.

use crate::{
    collection::order,
    ir::Read,
    model::{MediaType, Representation, Shape},
};

use super::super::types::Types;

/// Representations of a body that are read in one way.
pub(in crate::plan) struct Group<'r> {
    pub(in crate::plan) read: Read,
    /// The one whose schema is that of the body.
    pub(in crate::plan) first: &'r MediaType,
    /// All of them: an answer may come in any.
    pub(in crate::plan) all: Vec<&'r MediaType>,
}

impl Group<'_> {
    fn of(read: Read, media_type: &MediaType) -> Group<'_> {
        Group {
            read,
            first: media_type,
            all: vec![media_type],
        }
    }
}

/// The representations of a body.
pub(in crate::plan) struct Groups<'r> {
    /// In groups, of which the first is read unless a call asks for another.
    pub(in crate::plan) groups: Vec<Group<'r>>,
    /// Those in another notation than JSON, where JSON is there.
    pub(super) notations: Vec<&'r MediaType>,
}

/// Puts representations in groups. JSON comes first, since it has types. What has the schema of
/// the JSON is the same thing in another notation and has no group, and so is XML.
pub(in crate::plan) fn groups<'r>(content: &'r [MediaType], types: &Types<'_>) -> Groups<'r> {
    let mut found = Groups {
        groups: Vec::new(),
        notations: Vec::new(),
    };
    let mut ordered: Vec<_> = content.iter().map(|one| (read(one, types), one)).collect();
    order::sort_by_key(&mut ordered, |(read, one)| {
        match (read, one.essence().as_str()) {
            (Read::Json, "application/json") => 0,
            (Read::Json, _) => 1,
            _ => 2,
        }
    });
    for (read, one) in ordered {
        if let Some(group) = found
            .groups
            .iter_mut()
            .find(|group| joins(group, read, one, types))
        {
            group.all.push(one);
            continue;
        }
        let json = found
            .groups
            .iter_mut()
            .find(|group| group.read == Read::Json);
        match json {
            Some(json) if is_notation(read, one) && is_same(json.first, one, types) => {
                if read == Read::Text && is_string(one, types) {
                    json.read = Read::JsonOrText;
                    json.all.push(one);
                }
            }
            Some(_) if read == Read::Bytes => found.notations.push(one),
            _ => found.groups.push(Group::of(read, one)),
        }
    }
    found
}

/// How a representation is read by itself.
fn read(media_type: &MediaType, types: &Types<'_>) -> Read {
    match media_type.representation {
        Representation::Json => Read::Json,
        Representation::Text => Read::Text,
        Representation::Xml | Representation::Form => Read::Bytes,
        // Whoever writes `*/*` says nothing of the notation, and describes what is in JSON.
        Representation::Bytes if media_type.is_range() && has_parts(media_type, types) => {
            Read::Json
        }
        Representation::Bytes if media_type.essence() == "*/*" && is_string(media_type, types) => {
            Read::JsonOrText
        }
        Representation::Bytes | Representation::Multipart => Read::Stream,
        Representation::JsonSequence => Read::JsonLines,
        Representation::Events if media_type.schema.is_none() => Read::TextEvents,
        Representation::Events if is_string(media_type, types) => Read::TextEvents,
        Representation::Events => Read::Events,
    }
}

/// Whether a body in this representation is one more of the group: its type is the same.
fn joins(group: &Group<'_>, read: Read, one: &MediaType, types: &Types<'_>) -> bool {
    match (group.read, read) {
        (Read::Json, Read::Json) => {
            let untyped = group.first.schema.is_none() && one.schema.is_none();
            untyped || is_same(group.first, one, types)
        }
        (Read::JsonOrText, Read::Text) => is_string(one, types),
        (group_read, read) => {
            group_read == read && group.first.representation == one.representation
        }
    }
}

/// Whether it can be the same thing as JSON. What comes in pieces is not: its schema is that of one.
fn is_notation(read: Read, one: &MediaType) -> bool {
    read != Read::Json
        && !matches!(
            one.representation,
            Representation::Events | Representation::JsonSequence | Representation::Multipart
        )
}

fn is_same(one: &MediaType, other: &MediaType, types: &Types<'_>) -> bool {
    match (one.schema, other.schema) {
        (Some(one), Some(other)) => types.are_alike(one, other),
        _ => false,
    }
}

/// Whether it is text by its schema, of no particular kind.
fn is_string(media_type: &MediaType, types: &Types<'_>) -> bool {
    let shape = media_type.schema.map(|schema| &types.meant(schema).shape);
    matches!(shape, Some(Shape::Text(text)) if text.values.is_empty() && text.format.is_none())
}

/// Whether its schema is that of a value which only a notation like JSON can hold.
fn has_parts(media_type: &MediaType, types: &Types<'_>) -> bool {
    let shape = media_type.schema.map(|schema| &types.meant(schema).shape);
    match shape {
        None | Some(Shape::Any | Shape::Faulty | Shape::Same(_) | Shape::Null | Shape::Text(_)) => {
            false
        }
        Some(
            Shape::Boolean(_)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Array(_)
            | Shape::Own(_)
            | Shape::Object(_)
            | Shape::AllOf(_)
            | Shape::Choice(_),
        ) => true,
    }
}
