//! What tells the members of a choice apart: a property that has other values in each.

use super::union::are_distinct;
use crate::{
    ir::Tag,
    model::{Api, Choice, Discriminator, SchemaId, Shape},
};

/// A property, and its values in each of the members.
pub(in crate::plan) struct Tags {
    pub(in crate::plan) property: String,
    /// In the order of the members; empty for what is no object, or takes what is left.
    pub(in crate::plan) values: Vec<Vec<Tag>>,
}

/// The tags of a choice: by its discriminator, else by constants that all objects among it have.
pub(in crate::plan) fn tags(api: &Api, choice: &Choice) -> Option<Tags> {
    let by_discriminator = choice
        .discriminator
        .as_ref()
        .map(|discriminator| declared(api, choice, discriminator));
    by_discriminator
        .filter(|tags| are_distinct(&tags.values))
        .or_else(|| implied(api, choice))
}

fn declared(api: &Api, choice: &Choice, discriminator: &Discriminator) -> Tags {
    let Discriminator {
        property,
        mapping,
        otherwise,
    } = discriminator;
    let meant = |id: SchemaId| api.schemas.meant(id);
    let values = choice.members.iter().map(|member| {
        let mapped = mapping
            .iter()
            .filter(|(_, id)| meant(*id) == meant(*member));
        let mut tags: Vec<_> = mapped.map(|(value, _)| Tag::Text(value.clone())).collect();
        let is_rest = otherwise.is_some_and(|id| meant(id) == meant(*member));
        if tags.is_empty() && !is_rest {
            tags = constants(api, *member, property);
        }
        if tags.is_empty() && !is_rest {
            let schema = api.schemas.get(meant(*member));
            let name = schema.name.as_ref().or(schema.label.as_ref());
            tags.extend(name.map(|name| Tag::Text(name.clone())));
        }
        tags
    });
    Tags {
        property: property.clone(),
        values: values.collect(),
    }
}

/// A property that each object requires, with values of its own in each.
fn implied(api: &Api, choice: &Choice) -> Option<Tags> {
    let is_object = |id: &SchemaId| {
        let schema = api.schemas.get(api.schemas.meant(*id));
        matches!(schema.shape, Shape::Object(_))
    };
    let objects: Vec<_> = choice.members.iter().copied().filter(is_object).collect();
    let others_overlap = choice.members.iter().any(|id| {
        let schema = api.schemas.get(api.schemas.meant(*id));
        matches!(schema.shape, Shape::Choice(_) | Shape::Any | Shape::Faulty)
    });
    let [first, _, ..] = objects.as_slice() else {
        return None;
    };
    if others_overlap {
        return None;
    }
    let Shape::Object(object) = &api.schemas.get(api.schemas.meant(*first)).shape else {
        return None;
    };
    object.properties.keys().find_map(|property| {
        let of_objects: Vec<_> = objects
            .iter()
            .map(|id| constants(api, *id, property))
            .collect();
        let tells = of_objects.iter().all(|values| !values.is_empty()) && are_distinct(&of_objects);
        tells.then(|| Tags {
            property: property.clone(),
            values: choice
                .members
                .iter()
                .map(|id| {
                    if is_object(id) {
                        constants(api, *id, property)
                    } else {
                        Vec::new()
                    }
                })
                .collect(),
        })
    })
}

/// The listed values of a property that must be there.
pub(in crate::plan) fn constants(api: &Api, id: SchemaId, property: &str) -> Vec<Tag> {
    let schema = api.schemas.get(api.schemas.meant(id));
    let Shape::Object(object) = &schema.shape else {
        return Vec::new();
    };
    let property = object.properties.get(property).filter(|one| one.required);
    property.map_or_else(Vec::new, |property| values(api, property.schema))
}

/// The values that a schema lists.
pub(in crate::plan) fn values(api: &Api, id: SchemaId) -> Vec<Tag> {
    match &api.schemas.get(api.schemas.meant(id)).shape {
        Shape::Text(text) => text.values.iter().cloned().map(Tag::Text).collect(),
        Shape::Integer(integer) => integer.values.iter().copied().map(Tag::Integer).collect(),
        Shape::Boolean(boolean) => boolean.values.iter().copied().map(Tag::Bool).collect(),
        _ => Vec::new(),
    }
}
