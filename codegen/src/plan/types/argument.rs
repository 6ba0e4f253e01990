//! The type of an argument.

use super::Types;
use crate::{
    ir,
    model::{Parameter, Schema, Shape},
};

impl Types<'_> {
    /// The type of a parameter, and whether it is written by way of its members: it is no single
    /// value, and no list of those.
    pub(in crate::plan) fn argument(
        &mut self,
        parameter: &Parameter,
        name: &str,
    ) -> (ir::Type, bool) {
        let Some(id) = parameter.schema else {
            return (
                self.untyped_at(
                    &parameter.at,
                    "it has no `schema`",
                    "add `schema: {type: string}`, or the type that it has",
                ),
                true,
            );
        };
        let meant = self.meant(id);
        if is_single(meant) {
            return (self.plain(self.meant_id(id), name), false);
        }
        match &meant.shape {
            // Nobody has to say that an item is not null: nothing would be sent of it.
            Shape::Array(array) if is_single(self.meant(array.items)) => {
                let item = self.plain(self.meant_id(array.items), &format!("{name}Item"));
                (ir::Type::List(Box::new(item)), false)
            }
            _ => (self.plain(self.meant_id(id), name), true),
        }
    }
}

fn is_single(schema: &Schema) -> bool {
    matches!(
        schema.shape,
        Shape::Boolean(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Text(_)
    )
}
