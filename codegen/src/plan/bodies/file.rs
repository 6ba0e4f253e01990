//! Which properties are files.

use super::super::types::Types;
use crate::model::{Additional, Encoding, MediaType, Object, Representation, SchemaId, Shape};

/// What a property is that may be a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Files {
    /// A file.
    One,
    /// Any number of files.
    Many,
    /// A file, or a value of another type, or of several.
    Or(Option<SchemaId>),
}

/// Whether a property is a file, or several, or may be one.
pub(super) fn files(types: &Types<'_>, id: SchemaId, encoding: Option<&Encoding>) -> Option<Files> {
    let found = by_schema(types, id);
    if found.is_some() {
        return found;
    }
    let content_type = encoding?.content_types.first()?;
    let essence = content_type.essence();
    let kind = essence.split('/').next().unwrap_or_default();
    let is_media = matches!(kind, "image" | "audio" | "video" | "font")
        || matches!(
            essence.as_str(),
            "application/octet-stream" | "application/pdf" | "application/zip"
        );
    let is_bytes = matches!(
        content_type.representation,
        Representation::Bytes | Representation::Xml
    );
    match &types.meant(id).shape {
        // Text of another type than these, such as `application/sdp`, is still text.
        Shape::Text(text) if text.values.is_empty() => is_media.then_some(Files::One),
        Shape::Array(array) => match &types.meant(array.items).shape {
            Shape::Text(_) if !is_media => None,
            _ if is_bytes => Some(Files::Many),
            _ => None,
        },
        // Nobody but the caller can write these in such a format.
        Shape::Any | Shape::Own(_) | Shape::Object(_) | Shape::AllOf(_) | Shape::Choice(_) => {
            is_bytes.then_some(Files::One)
        }
        Shape::Text(_)
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::Null
        | Shape::Boolean(_)
        | Shape::Integer(_)
        | Shape::Number(_) => None,
    }
}

fn by_schema(types: &Types<'_>, id: SchemaId) -> Option<Files> {
    match &types.meant(id).shape {
        Shape::Text(text) if text.or_file => Some(Files::Or(Some(id))),
        Shape::Text(text) => (text.format.as_deref() == Some("binary")).then_some(Files::One),
        Shape::Array(array) => match by_schema(types, array.items) {
            Some(Files::One) => Some(Files::Many),
            _ => None,
        },
        Shape::Choice(choice) => {
            let members = choice.members.iter();
            let found: Vec<_> = members.clone().map(|one| by_schema(types, *one)).collect();
            let others: Vec<_> = members
                .zip(&found)
                .filter(|(_, found)| !matches!(found, Some(Files::One | Files::Many)))
                .map(|(id, _)| *id)
                .collect();
            match others.as_slice() {
                _ if found.iter().all(Option::is_none) => None,
                [] if found.contains(&Some(Files::Many)) => Some(Files::Many),
                [] => Some(Files::One),
                [only] => Some(Files::Or(Some(*only))),
                _ => Some(Files::Or(None)),
            }
        }
        Shape::Any
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::Null
        | Shape::Boolean(_)
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::Own(_)
        | Shape::Object(_)
        | Shape::AllOf(_) => None,
    }
}

/// The content type that the schema of a file gives, in the words of OpenAPI 3.1.
pub(super) fn content_type(types: &Types<'_>, id: SchemaId) -> Option<String> {
    match &types.meant(id).shape {
        Shape::Text(text) => text.media_type.clone(),
        Shape::Array(array) => content_type(types, array.items),
        Shape::Choice(choice) => {
            let mut members = choice.members.iter();
            members.find_map(|member| content_type(types, *member))
        }
        Shape::Any
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::Null
        | Shape::Boolean(_)
        | Shape::Integer(_)
        | Shape::Number(_)
        | Shape::Own(_)
        | Shape::Object(_)
        | Shape::AllOf(_) => None,
    }
}

/// The object of a representation whose parts may be files.
pub(super) fn upload<'a>(types: &Types<'a>, content: &MediaType) -> Option<(SchemaId, &'a Object)> {
    if content.representation != Representation::Multipart {
        return None;
    }
    let id = types.meant_id(content.schema?);
    let Shape::Object(object) = &types.meant(id).shape else {
        return None;
    };
    let is_file = |name: &str, id| files(types, id, content.encoding.get(name)).is_some();
    let mut properties = object.properties.iter();
    let others = match object.additional {
        Additional::Schema(values) => files(types, values, None).is_some(),
        Additional::Unsaid | Additional::Forbidden | Additional::Any => false,
    };
    let has_files = others || properties.any(|(name, one)| is_file(name, one.schema));
    has_files.then_some((id, object))
}
