//! Objects that others extend: with a discriminator, a value of one is a value of one of those.

use super::Composer;
use crate::model::{Choice, Object, Schema, SchemaId, Shape};

impl Composer<'_> {
    /// The object; or a choice among the schemas that extend it, and it itself.
    pub(super) fn base(&mut self, id: SchemaId, mut object: Object) -> Shape {
        let Some(mut discriminator) = object.discriminator.take() else {
            return Shape::Object(object);
        };
        let mut members = self.extensions.all(id);
        for (_, mapped) in &discriminator.mapping {
            let mapped = self.source.meant(*mapped);
            if mapped != id && !members.contains(&mapped) {
                members.push(mapped);
            }
        }
        if members.is_empty() {
            return Shape::Object(object);
        }
        let own = self.source.get(id);
        let name = own.name.clone();
        let own = Schema {
            name: None,
            title: None,
            label: Some("Base".to_owned()),
            shape: Shape::Object(object),
            ..own.clone()
        };
        let own = self.source.push(own);
        let mut mapping = discriminator.mapping.iter_mut();
        match mapping.find(|(_, mapped)| self.source.meant(*mapped) == id) {
            Some((_, mapped)) => *mapped = own,
            None => discriminator.mapping.extend(name.map(|name| (name, own))),
        }
        members.push(own);
        Shape::Choice(Choice {
            members,
            discriminator: Some(discriminator),
        })
    }
}
