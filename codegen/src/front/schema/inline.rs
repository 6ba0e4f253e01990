//! A schema that is written out.

use serde_json::Value;

use super::{
    super::{node::Node, reader::Reader},
    choice::are_alternatives,
    guess::JsonType,
    key, values,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Choice, Schema, SchemaId, Shape},
};

impl<'a> Reader<'a> {
    pub(super) fn inline(&mut self, node: &Node<'a>, blank: Schema) -> Schema {
        if let Value::Bool(takes) = node.value {
            return self.boolean_schema(node, *takes, blank);
        }
        if !self.expect_mapping(node, "a schema") {
            return Schema {
                shape: Shape::Faulty,
                ..blank
            };
        }
        self.known_keys(node, &key::all());
        for key in key::NAMES {
            if node.get(key).is_some_and(|name| !name.value.is_string()) {
                let why =
                    format!("references call a schema by text, so this `{key}` has no effect");
                self.ignore(node, key, &why, "write text in its place, or take it out");
            }
        }
        let schema = self.annotations(node, blank);
        self.with_own(node, schema, None)
    }

    /// `true` takes everything and `false` nothing (JSON Schema 2020-12 §4.3.2).
    fn boolean_schema(&mut self, node: &Node<'a>, takes: bool, blank: Schema) -> Schema {
        if !takes {
            let message = "nothing fits this schema: it is typed as any JSON";
            let help = "write `true` if anything fits, or take out what has the schema";
            self.report(Diagnostic::new(Code::Ignored, node.at.value(), message).help(help));
        }
        blank
    }

    /// A schema with what its keys say, and what another one says beside them.
    pub(super) fn with_own(
        &mut self,
        node: &Node<'a>,
        schema: Schema,
        beside: Option<SchemaId>,
    ) -> Schema {
        for key in key::UNCHECKED {
            let message = format!("`{key}` says nothing of the type, and is not checked");
            self.ignore(
                node,
                key,
                &message,
                "nothing needs to change: the server checks it",
            );
        }
        let Some((mut shape, nullable)) = self.own_shape(node) else {
            return Schema {
                shape: Shape::Faulty,
                ..schema
            };
        };
        if beside.is_none() && are_words(node) {
            return Schema {
                nullable: schema.nullable || nullable,
                shape,
                ..schema
            };
        }
        let mut parts: Vec<SchemaId> = beside.into_iter().collect();
        parts.extend(self.all_of(node));
        let choices = self.choices(node);
        if !(matches!(shape, Shape::Any) || parts.is_empty() && choices.is_empty()) {
            // A bare `type` beside a composition says what its members say again.
            let is_said = |key: &str| match key {
                "type" => false,
                "items" => !are_alternatives(node),
                _ => true,
            };
            let says = |key: &str| is_said(key) && node.value.get(key).is_some();
            if key::OWN.iter().any(|key| says(key)) {
                parts.push(self.schemas.push(Schema {
                    shape,
                    ..Schema::blank(node.at.clone())
                }));
            }
            shape = Shape::Any;
        }
        parts.extend(choices);
        Schema {
            nullable: schema.nullable || nullable,
            shape: match (parts.as_slice(), shape) {
                ([], shape) => shape,
                // The only choice is what the schema is; the only reference stays one.
                ([only], _) => match &self.schemas.get(*only).shape {
                    choice @ Shape::Choice(_) => choice.clone(),
                    _ => Shape::Same(*only),
                },
                _ => Shape::AllOf(parts),
            },
            ..schema
        }
    }

    /// What the keys of the schema itself say, and whether it takes `null` by them.
    pub(in crate::front) fn own_shape(&mut self, node: &Node<'a>) -> Option<(Shape, bool)> {
        let mut types = self.json_types(node)?;
        let values = self.values(node);
        if let Some(values) = &values
            && (types.is_empty() || node.get("type").is_none())
        {
            types = values::types_of(values);
        }
        let null = |one: &JsonType| *one == JsonType::Null;
        let all = values.iter().flatten();
        let nulls = all.filter(|one| one.value.is_null()).count();
        let nullable = types.iter().any(null) || nulls > 0;
        let is_null = !types.is_empty() && types.iter().all(null)
            || nulls > 0 && values.as_ref().map(Vec::len) == Some(nulls);
        types.retain(|one| !null(one));
        let shape = match types.as_slice() {
            _ if is_null => Shape::Null,
            [] => Shape::Any,
            [only] => self.shape(node, *only, values.as_deref()),
            several => self.several(node, several, values.as_deref()),
        };
        Some((shape, nullable && !is_null))
    }

    /// A schema that takes values of several types: one schema for each.
    fn several(
        &mut self,
        node: &Node<'a>,
        types: &[JsonType],
        values: Option<&[Node<'a>]>,
    ) -> Shape {
        let mut members = Vec::new();
        for of in types {
            let fitting: Option<Vec<_>> = values.map(|values| {
                let fits = |value: &&Node<'a>| values::types_of(&[(*value).clone()]).contains(of);
                values.iter().filter(fits).cloned().collect()
            });
            let shape = self.shape(node, *of, fitting.as_deref());
            members.push(self.schemas.push(Schema {
                shape,
                ..Schema::blank(node.at.clone())
            }));
        }
        Shape::Choice(Choice {
            members,
            discriminator: None,
        })
    }
}

/// Whether a composition has members that are nothing but words on what stands beside it.
fn are_words(node: &Node<'_>) -> bool {
    let mut members = ["allOf", "oneOf", "anyOf"]
        .iter()
        .filter_map(|key| node.value.get(*key)?.as_array())
        .flatten()
        .peekable();
    let is_word =
        |key: &String| !matches!(key.as_str(), "$ref" | "nullable") && !key::says_more(key);
    let are_words = |member: &Value| {
        let members = member.as_object();
        members.is_some_and(|members| members.keys().all(is_word))
    };
    members.peek().is_some() && members.all(are_words)
}
