//! Values of one of several JSON types.

use super::{super::doc, Types};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, JsonType},
    model::{Schema, SchemaId, Shape},
};

impl Types<'_> {
    /// An enum whose members differ by JSON type; reported where they do not.
    pub(super) fn union(
        &mut self,
        name: String,
        schema: &Schema,
        ids: &[SchemaId],
    ) -> ir::TypeItem {
        let mut members: Vec<ir::Member> = Vec::new();
        if ids.is_empty() {
            let place = self.key_place(&schema.at.child("oneOf"));
            let message = "`oneOf` has no members, so no value is one of it";
            let help = "list the schemas that a value may have";
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        }
        for id in ids {
            let Some(json) = json_type(self.meant(*id)) else {
                self.ambiguous(schema);
                break;
            };
            if members.iter().any(|member| overlap(member.json, json)) {
                self.ambiguous(schema);
                break;
            }
            let description = &self.meant(*id).description;
            members.push(ir::Member {
                name: variant(json).to_owned(),
                docs: doc::optional(description.as_deref()),
                json,
                ty: self.body(*id, &format!("{name}{}", variant(json))),
            });
        }
        ir::TypeItem::Union(ir::Union {
            docs: doc::optional(schema.description.as_deref()),
            deprecated: schema.deprecated,
            members,
            name,
        })
    }

    fn ambiguous(&mut self, schema: &Schema) {
        let place = self.key_place(&schema.at.child("oneOf"));
        let message = "members of `oneOf` that have the same JSON type cannot be generated yet";
        let help = "members that differ by `type` (text, number, list, …) can be generated";
        self.report(Diagnostic::new(Code::Unsupported, place, message).help(help));
    }
}

fn json_type(schema: &Schema) -> Option<JsonType> {
    match &schema.shape {
        Shape::Boolean => Some(JsonType::Bool),
        Shape::Integer(_) => Some(JsonType::Integer),
        Shape::Number(_) => Some(JsonType::Number),
        Shape::Text(_) => Some(JsonType::String),
        Shape::Array(_) => Some(JsonType::Array),
        Shape::Object(_) => Some(JsonType::Object),
        Shape::Any | Shape::Faulty | Shape::Same(_) | Shape::OneOf(_) => None,
    }
}

/// Numbers take integers too.
fn overlap(one: JsonType, other: JsonType) -> bool {
    let number = |json| matches!(json, JsonType::Integer | JsonType::Number);
    one == other || (number(one) && number(other))
}

fn variant(json: JsonType) -> &'static str {
    match json {
        JsonType::Bool => "Bool",
        JsonType::Integer => "Integer",
        JsonType::Number => "Number",
        JsonType::String => "Text",
        JsonType::Array => "List",
        JsonType::Object => "Object",
    }
}
