//! What schemas are used for.

use indexmap::IndexSet;

use super::{super::types::Types, choice, file};
use crate::model::{Api, Header, Incoming, MediaType, SchemaId, Shape};

/// The schemas of parts with files that have no other use.
pub(super) fn uploads_only(api: &Api, types: &Types<'_>) -> IndexSet<SchemaId> {
    let mut uploads = IndexSet::new();
    let mut open: Vec<SchemaId> = Vec::new();
    open.extend(api.webhooks.iter().flat_map(incoming));
    for operation in &api.operations {
        open.extend(operation.callbacks.iter().flat_map(incoming));
        open.extend(operation.parameters.iter().filter_map(|one| one.schema));
        let bodies = operation.body.iter();
        for alternative in bodies.flat_map(|body| choice::alternatives(body, types)) {
            match file::upload(types, &alternative.content) {
                Some((id, _)) => {
                    uploads.insert(id);
                    open.extend(types.schema(id).shape.children());
                }
                None => open.extend(alternative.content.schema),
            }
        }
        let answers = operation.responses.iter();
        open.extend(answers.flat_map(|one| schemas(&one.content, &one.headers)));
        open.extend(operation.rules.cases.iter().filter_map(|case| case.schema));
    }
    // Components are types of their own, used or not.
    for id in api.schemas.ids() {
        let schema = api.schemas.get(id);
        let is_alias = matches!(schema.shape, Shape::Same(_));
        if schema.name.is_some() && !is_alias && !uploads.contains(&id) {
            open.push(id);
        }
    }
    let mut used = IndexSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id) {
            open.extend(api.schemas.get(id).shape.children());
        }
    }
    uploads.retain(|id| !used.contains(id));
    uploads
}

fn incoming(incoming: &Incoming) -> impl Iterator<Item = SchemaId> {
    schemas(&incoming.content, &incoming.headers)
}

fn schemas(content: &[MediaType], headers: &[Header]) -> impl Iterator<Item = SchemaId> {
    let bodies = content.iter().filter_map(|one| one.schema);
    bodies.chain(headers.iter().filter_map(|one| one.schema))
}
