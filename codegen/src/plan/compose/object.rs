//! Objects: members of several under one roof.

use super::Composer;
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, closest},
    model::{Additional, Object, Property, SchemaId, Shape},
};

impl Composer<'_> {
    /// An object with the members of both.
    pub(super) fn objects(&mut self, mut one: Object, other: Object) -> Object {
        let Object {
            properties,
            required,
            additional,
            discriminator,
        } = other;
        for (name, property) in properties {
            let merged = match one.properties.get(&name) {
                Some(taken) => self.members(taken, &property),
                None => property,
            };
            one.properties.insert(name, merged);
        }
        one.required.extend(required);
        one.additional = self.others(one.additional, additional);
        one.discriminator = discriminator.or(one.discriminator);
        one
    }

    fn members(&mut self, one: &Property, other: &Property) -> Property {
        Property {
            schema: self.both_ids(one.schema, other.schema),
            required: one.required || other.required,
            one_sided: one.one_sided || other.one_sided,
            default: other.default.clone().or_else(|| one.default.clone()),
        }
    }

    fn others(&mut self, one: Additional, other: Additional) -> Additional {
        match (one, other) {
            (Additional::Schema(one), Additional::Schema(other)) => {
                Additional::Schema(self.both_ids(one, other))
            }
            (Additional::Schema(one), _) | (_, Additional::Schema(one)) => Additional::Schema(one),
            (Additional::Any, _) | (_, Additional::Any) => Additional::Any,
            (Additional::Forbidden, Additional::Forbidden) => Additional::Forbidden,
            // What one part forbids, another one brings.
            (Additional::Unsaid | Additional::Forbidden, _) => Additional::Unsaid,
        }
    }

    /// The object, each of whose members knows whether it is required; names that no member has
    /// are reported.
    pub(super) fn checked(&mut self, id: SchemaId, mut object: Object) -> Object {
        let Object {
            properties,
            required,
            additional,
            discriminator: _,
        } = &mut object;
        for (name, property) in properties.iter_mut() {
            property.required = required.contains_key(name) && !property.one_sided;
        }
        let is_open = matches!(additional, Additional::Schema(_) | Additional::Any);
        if properties.is_empty() || is_open {
            return object;
        }
        for (name, at) in required
            .iter()
            .filter(|(name, _)| !properties.contains_key(*name))
        {
            let message = format!(
                "there is no property `{}` to be required",
                name.escape_debug()
            );
            let diagnostic = Diagnostic::new(Code::Ignored, at.value(), message);
            let words = properties.keys().map(String::as_str);
            let near = self
                .effort
                .suggests(properties.len())
                .then(|| closest(name, words))
                .flatten();
            let diagnostic = match near {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help("describe it under `properties`, or take it out"),
            };
            self.missing.push((id, diagnostic));
        }
        object
    }

    /// An object about which nothing is said.
    pub(super) fn free_form() -> Shape {
        Shape::Object(Object {
            properties: Table::new(),
            required: Table::new(),
            additional: Additional::Unsaid,
            discriminator: None,
        })
    }
}
