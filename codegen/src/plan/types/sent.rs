//! Which schemas are sent: those that some request body leads to.

use indexmap::IndexSet;

use crate::model::{Api, MediaType, Representation, SchemaId};

/// The schemas of values that callers send as JSON, in a body or a part of one.
pub(in crate::plan) fn sent(api: &Api) -> IndexSet<SchemaId> {
    let mut open = Vec::new();
    for body in api.operations.iter().filter_map(|one| one.body.as_ref()) {
        for content in &body.content {
            open.extend(json(api, content));
        }
    }
    api.schemas.reached(open)
}

/// What of a representation is JSON: all of it, or objects in the pairs of a form, which have no
/// `null` themselves.
fn json(api: &Api, content: &MediaType) -> Vec<SchemaId> {
    let Some(schema) = content.schema else {
        return Vec::new();
    };
    match content.representation {
        Representation::Form | Representation::Multipart => {
            let meant = api.schemas.meant(schema);
            api.schemas.get(meant).shape.children()
        }
        Representation::Json
        | Representation::JsonSequence
        | Representation::Events
        | Representation::Text
        | Representation::Xml
        | Representation::Bytes => vec![schema],
    }
}
