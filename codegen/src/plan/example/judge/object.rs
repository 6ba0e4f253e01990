//! Objects.

use serde_json::{Map, Value};

use super::{Judge, Known, Weight, shown};
use crate::{
    diagnostic::Pointer,
    model::{Additional, Object, SchemaId},
};

impl<'s> Judge<'s> {
    pub(super) fn object(
        &mut self,
        id: SchemaId,
        object: &'s Object,
        members: &Map<String, Value>,
        path: &Pointer,
        known: &mut Known<'s>,
    ) {
        let Object {
            properties,
            required,
            additional,
            discriminator: _,
        } = object;
        for name in required.keys() {
            let is_one_sided = properties.get(name).is_some_and(|one| one.one_sided);
            if !members.contains_key(name) && !is_one_sided {
                let what = format!("has no `{}`, which is required", shown(name));
                self.fault(id, path, what, Weight::Broken);
            }
        }
        for (name, property) in properties {
            let Some(value) = members.get(name) else {
                continue;
            };
            let at = path.child(name);
            if value.is_null() && !property.required && !self.takes_null(property.schema, 0) {
                let what = format!("has null for `{}`, which is not nullable", shown(name));
                self.fault(property.schema, &at, what, Weight::Left);
                continue;
            }
            self.value(property.schema, value, &at);
        }
        known.names.extend(properties.keys().map(String::as_str));
        match additional {
            // An object of which nothing is said has any members; a part of one says nothing of them.
            Additional::Unsaid => known.any |= properties.is_empty() && self.parts == 0,
            Additional::Forbidden => {}
            Additional::Any => known.any = true,
            Additional::Schema(values) => {
                known.any = true;
                let others = members.iter();
                for (name, value) in others.filter(|(name, _)| !properties.contains_key(*name)) {
                    self.value(*values, value, &path.child(name));
                }
            }
        }
    }
}
