//! The type of a value, where it is used.

use super::{super::name, Types, has_own_type, scalar};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    ir,
    model::{Additional, MediaType, SchemaId, Shape},
};

/// How deep lists and maps without names may nest: the compiler has limits, too.
const DEEPEST: usize = 32;

impl Types<'_> {
    /// The type of a body or a part of one. `name` is for a type that has no name of its own.
    pub(in crate::plan) fn body(&mut self, id: SchemaId, name: &str) -> ir::Type {
        let nullable = self.is_nullable(id);
        let ty = self.plain(self.meant_id(id), name);
        match ty {
            ty if !nullable => ty,
            ir::Type::Json | ir::Type::Null | ir::Type::Optional(_) => ty,
            ty => ir::Type::Optional(Box::new(ty)),
        }
    }

    /// The type of a representation of a body.
    pub(in crate::plan) fn media_type(&mut self, content: &MediaType, name: &str) -> ir::Type {
        match content.schema {
            Some(schema) => {
                let shared = name::shared(&content.at, name);
                self.body(schema, shared.as_deref().unwrap_or(name))
            }
            None => {
                let help = "say what the body is, such as `schema: {type: object}`";
                self.untyped_at(&content.at, "it has no `schema`", help)
            }
        }
    }

    /// The type of a representation of a request body, under just this name.
    pub(in crate::plan) fn sent_type(&mut self, content: &MediaType, name: &str) -> ir::Type {
        match content.schema {
            Some(schema) => self.body(schema, name),
            None => {
                let help = "say what the body is, such as `schema: {type: object}`";
                self.untyped_at(&content.at, "it has no `schema`", help)
            }
        }
    }

    /// Whether the schema, or one that it refers to, takes `null`.
    pub(in crate::plan) fn is_nullable(&self, mut id: SchemaId) -> bool {
        loop {
            let schema = self.api.schemas.get(id);
            match schema.shape {
                _ if schema.nullable => return true,
                Shape::Same(next) => id = next,
                _ => return false,
            }
        }
    }

    /// The type without `Option`.
    pub(super) fn plain(&mut self, id: SchemaId, name: &str) -> ir::Type {
        let schema = self.api.schemas.get(id);
        if has_own_type(schema) {
            return ir::Type::Named(self.own_type(id, name));
        }
        if self.open.len() >= DEEPEST {
            let help = "give an inner part a place of its own under `components/schemas`";
            return self.untyped(id, "lists and maps nest too deep here", help);
        }
        if !self.open.insert(id) {
            let help = "give it a property, so that there is something to hold";
            return self.untyped(id, "it consists of nothing but itself", help);
        }
        let ty = match &schema.shape {
            Shape::Boolean(_) => ir::Type::Bool,
            Shape::Integer(integer) => self.integer(schema, integer),
            Shape::Number(number) => scalar::number(number),
            Shape::Text(text) => self.text(text),
            Shape::Array(array) => {
                ir::Type::List(Box::new(self.body(array.items, &format!("{name}Item"))))
            }
            Shape::Object(object) => match object.additional {
                Additional::Schema(values) => {
                    ir::Type::Map(Box::new(self.body(values, &format!("{name}Value"))))
                }
                Additional::Unsaid | Additional::Any | Additional::Forbidden => {
                    self.note_untyped(&schema.at, "it names no properties, so its members are any");
                    ir::Type::Map(Box::new(ir::Type::Json))
                }
            },
            Shape::Own(number) => {
                let replacement = self.config.replacements.of.get_at(*number);
                replacement.map_or(ir::Type::Json, |(_, to)| ir::Type::Own(to.path.0.clone()))
            }
            Shape::Faulty => ir::Type::Json,
            Shape::Null => ir::Type::Null,
            Shape::Any | Shape::Same(_) | Shape::AllOf(_) | Shape::Choice(_) => {
                let at = &self.api.schemas.get(id).at;
                let of_elements = at.tokens().last().is_some_and(|key| key == "items");
                let help = if of_elements {
                    "say what its elements are, such as `items: {type: string}`"
                } else {
                    "say what it is, such as `type: string`"
                };
                self.untyped(id, "nothing is said of its type", help)
            }
        };
        self.open.swap_remove(&id);
        ty
    }

    fn untyped(&mut self, id: SchemaId, why: &'static str, help: &str) -> ir::Type {
        let at = self.api.schemas.get(id).at.clone();
        self.untyped_at(&at, why, help)
    }

    pub(in crate::plan) fn untyped_at(
        &mut self,
        at: &Origin,
        why: &'static str,
        help: &str,
    ) -> ir::Type {
        self.note_untyped(at, why);
        let place = self.key_place(at);
        let message = format!("{why}: any JSON is taken");
        let diagnostic = Diagnostic::new(Code::NoType, place, message);
        self.report(diagnostic.label("a `serde_json::Value`").help(help));
        ir::Type::Json
    }
}
