//! Which schemas are sent: those that some request body leads to.

use std::collections::BTreeSet;

use crate::model::{Additional, Api, SchemaId, Shape};

/// The schemas of values that callers send, in a body or a part of one.
pub(super) fn sent(api: &Api) -> BTreeSet<SchemaId> {
    let bodies = api.operations.iter().filter_map(|one| one.body.as_ref());
    let mut open: Vec<_> = bodies.filter_map(|body| body.content.schema).collect();
    let mut sent = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !sent.insert(id) {
            continue;
        }
        match &api.schemas.get(id).shape {
            Shape::Same(other) => open.push(*other),
            Shape::Array(array) => open.push(array.items),
            Shape::AllOf(parts) => open.extend(parts),
            Shape::Choice(choice) => open.extend(&choice.members),
            Shape::Object(object) => {
                open.extend(object.properties.values().map(|property| property.schema));
                if let Additional::Schema(values) = object.additional {
                    open.push(values);
                }
            }
            Shape::Any
            | Shape::Faulty
            | Shape::Null
            | Shape::Boolean(_)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Text(_) => {}
        }
    }
    sent
}
