//! Where schemas without a name stand, and what they are called by that.

use indexmap::IndexSet;

use crate::model::{Additional, Api, SchemaId, Shape};

/// A schema that becomes a type of its own and has no name.
pub(super) struct Place {
    pub(super) id: SchemaId,
    /// The schema with a type of its own in which it stands.
    pub(super) owner: Option<SchemaId>,
    /// The component within which it stands.
    pub(super) component: Option<SchemaId>,
    /// The member or parameter that it is, in words; empty where it is a body or one of a choice.
    pub(super) stem: String,
}

/// All such places that something leads to, each once.
pub(super) fn places(api: &Api, has_own_type: &dyn Fn(SchemaId) -> bool) -> Vec<Place> {
    let mut places = Vec::new();
    let mut seen = IndexSet::new();
    let mut open = roots(api);
    open.reverse();
    while let Some(place) = open.pop() {
        let Place {
            id,
            owner,
            component,
            stem,
        } = place;
        let id = api.schemas.meant(id);
        if !seen.insert(id) {
            continue;
        }
        let schema = api.schemas.get(id);
        let is_own = has_own_type(id);
        let inner = if is_own { Some(id) } else { owner };
        let around = schema.name.as_ref().map_or(component, |_| Some(id));
        let within = |id, stem| Place {
            id,
            owner: inner,
            component: around,
            stem,
        };
        let after = |word: &str| match (is_own, stem.is_empty()) {
            (false, false) => format!("{stem} {word}"),
            _ => String::new(),
        };
        let mut found = Vec::new();
        match &schema.shape {
            Shape::Array(array) => found.push(within(array.items, after("item"))),
            Shape::Choice(choice) => {
                found.extend(choice.members.iter().map(|id| within(*id, String::new())));
            }
            Shape::Object(object) => {
                let members = object.properties.iter();
                found.extend(members.map(|(name, one)| within(one.schema, name.clone())));
                if let Additional::Schema(values) = object.additional {
                    found.push(within(values, after("value")));
                }
            }
            _ => {}
        }
        open.extend(found.into_iter().rev());
        if is_own && schema.name.is_none() {
            places.push(Place {
                id,
                owner,
                component,
                stem,
            });
        }
    }
    places
}

/// What the document's own parts lead to: components, parameters, bodies and answers.
fn roots(api: &Api) -> Vec<Place> {
    let place = |id, stem: &str| Place {
        id,
        owner: None,
        component: None,
        stem: stem.to_owned(),
    };
    let named = |id: &SchemaId| api.schemas.get(*id).name.is_some();
    let mut roots: Vec<_> = api
        .schemas
        .ids()
        .filter(named)
        .map(|id| place(id, ""))
        .collect();
    for operation in &api.operations {
        for parameter in &operation.parameters {
            let schemas = parameter.schema.into_iter();
            roots.extend(schemas.map(|id| place(id, &parameter.name)));
        }
        let sent = operation.body.iter().flat_map(|body| &body.content);
        let answers = operation.responses.iter().flat_map(|one| &one.content);
        let schemas = sent.chain(answers).filter_map(|content| content.schema);
        roots.extend(schemas.map(|id| place(id, "")));
    }
    roots
}
