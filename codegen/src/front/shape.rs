//! What a schema takes.

use std::collections::BTreeSet;

use openapiv3::{ArrayType, SchemaKind, Type};
use serde_json::Value;

use super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Additional, Array, Bounds, Integer, Number, Object, Property, Shape, Text},
};

impl<'a> Reader<'a> {
    pub(super) fn shape(&mut self, node: &Node<'a>, kind: SchemaKind) -> Shape {
        match kind {
            SchemaKind::Type(Type::Boolean(_)) => {
                self.ignore(
                    node,
                    "enum",
                    "the values of a boolean are not restricted further",
                );
                Shape::Boolean
            }
            SchemaKind::Type(Type::String(text)) => Shape::Text(self.text(node, text)),
            SchemaKind::Type(Type::Integer(_)) => Shape::Integer(Integer {
                format: format_of(node),
                bounds: bounds(node),
                values: self.integers(node),
            }),
            SchemaKind::Type(Type::Number(_)) => {
                self.ignore(
                    node,
                    "enum",
                    "enums of numbers have no types yet: any number is taken",
                );
                Shape::Number(Number {
                    format: format_of(node),
                    bounds: bounds(node),
                })
            }
            SchemaKind::Type(Type::Array(array)) => self.array(node, &array),
            SchemaKind::Type(Type::Object(_)) => Shape::Object(self.object(node)),
            SchemaKind::OneOf { .. } => {
                let members = node.get("oneOf").into_iter().flat_map(|list| list.items());
                Shape::OneOf(members.map(|member| self.schema(member)).collect())
            }
            SchemaKind::AllOf { .. } => self.composition(node, "allOf"),
            SchemaKind::AnyOf { .. } => self.composition(node, "anyOf"),
            SchemaKind::Not { .. } => self.composition(node, "not"),
            SchemaKind::Any(_) => self.any(node),
        }
    }

    fn composition(&mut self, node: &Node<'a>, key: &str) -> Shape {
        if let Some(member) = node.get(key) {
            let help = "write out the properties, or describe one of the variants";
            self.unsupported(&member, &format!("`{key}`"), help);
        }
        Shape::Faulty
    }

    /// A schema whose keys belong to no single type: by what it most likely is.
    fn any(&mut self, node: &Node<'a>) -> Shape {
        let unsupported = ["allOf", "anyOf", "oneOf", "not"]
            .into_iter()
            .find(|key| node.get(key).is_some());
        if let Some(key) = unsupported {
            return self.composition(node, key);
        }
        let kind = node
            .text("type")
            .unwrap_or_else(|| match node.get("properties") {
                Some(_) => "object",
                None if node.get("items").is_some() => "array",
                None if node.get("enum").is_some() => "enum",
                None => "",
            });
        match kind {
            "object" => Shape::Object(self.object(node)),
            "array" => self.array_of(node, None, None, false),
            "boolean" => Shape::Boolean,
            "integer" => Shape::Integer(Integer {
                format: format_of(node),
                bounds: bounds(node),
                values: self.integers(node),
            }),
            "number" => Shape::Number(Number {
                format: format_of(node),
                bounds: bounds(node),
            }),
            "string" => Shape::Text(Text {
                values: self.strings(node),
                ..Text::default()
            }),
            "" => Shape::Any,
            kind => {
                let what = format!("a schema of type `{}` with these keys", kind.escape_debug());
                self.unsupported(node, &what, "leave the keys that belong to the type");
                Shape::Faulty
            }
        }
    }

    fn text(&mut self, node: &Node<'a>, text: openapiv3::StringType) -> Text {
        Text {
            values: self.strings(node),
            min_length: text.min_length.map(|length| length as u64),
            max_length: text.max_length.map(|length| length as u64),
            pattern: text.pattern,
        }
    }

    /// The `enum` of a text. What is no text there is taken as it is written.
    fn strings(&mut self, node: &Node<'a>) -> Vec<String> {
        let mut strings = Vec::new();
        for value in self.list(node, "enum") {
            match value.value {
                Value::String(text) => strings.push(text.clone()),
                // In an enum, null says again what `nullable` says.
                Value::Null => {}
                other => {
                    self.off_type(&value, "text");
                    strings.push(other.to_string());
                }
            }
        }
        strings
    }

    /// The `enum` of a whole number.
    fn integers(&mut self, node: &Node<'a>) -> Vec<i64> {
        let mut integers = Vec::new();
        for value in self.list(node, "enum") {
            match (value.value.as_i64(), value.value) {
                (Some(integer), _) => integers.push(integer),
                (None, Value::Null) => {}
                (None, _) => self.off_type(&value, "a whole number"),
            }
        }
        integers
    }

    fn off_type(&mut self, value: &Node<'a>, wanted: &str) {
        let place = self.value_place(&value.at);
        let message = format!(
            "this value is {}, and its schema is for {wanted}",
            kind(value.value)
        );
        let help = "put it in quotes, or take it out";
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
    }

    fn array(&mut self, node: &Node<'a>, array: &ArrayType) -> Shape {
        let ArrayType {
            items: _,
            min_items,
            max_items,
            unique_items,
        } = array;
        let count = |items: &Option<usize>| items.map(|items| items as u64);
        self.array_of(node, count(min_items), count(max_items), *unique_items)
    }

    fn array_of(
        &mut self,
        node: &Node<'a>,
        min_items: Option<u64>,
        max_items: Option<u64>,
        unique: bool,
    ) -> Shape {
        let blank = crate::model::Schema::blank(node.at.child("items"));
        let items = match node.get("items") {
            Some(items) => self.schema(items),
            None => self.schemas.push(blank),
        };
        Shape::Array(Array {
            items,
            min_items,
            max_items,
            unique,
        })
    }

    /// The names in `required`; one that no property has is reported.
    fn required(&mut self, node: &Node<'a>) -> BTreeSet<&'a str> {
        let mut required = BTreeSet::new();
        if node.value.get("required").is_some_and(Value::is_boolean) {
            return required;
        }
        let properties = node.value.get("properties").and_then(Value::as_object);
        for listed in self.list(node, "required") {
            let Some(name) = listed.value.as_str() else {
                self.off_type(&listed, "names");
                continue;
            };
            required.insert(name);
            if let Some(known) = properties.filter(|known| !known.contains_key(name)) {
                let place = self.value_place(&listed.at);
                let message = format!(
                    "there is no property `{}` to be required",
                    name.escape_debug()
                );
                let diagnostic = Diagnostic::new(Code::Ignored, place, message);
                self.report(match closest(name, known.keys().map(String::as_str)) {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => diagnostic.help("describe it under `properties`, or take it out"),
                });
            }
        }
        required
    }

    fn object(&mut self, node: &Node<'a>) -> Object {
        let required = self.required(node);
        let members = self.mapping(node, "properties");
        let properties = members.into_iter().map(|(name, member)| {
            let property = Property {
                required: required.contains(name) && !is_one_sided(&member),
                default: member.value.get("default").cloned(),
                schema: self.schema(member),
            };
            (name.to_owned(), property)
        });
        let properties = properties.collect();
        let additional = match node.get("additionalProperties") {
            None => Additional::Unsaid,
            Some(Node {
                value: Value::Bool(true),
                ..
            }) => Additional::Any,
            Some(Node {
                value: Value::Bool(false),
                ..
            }) => Additional::Forbidden,
            Some(schema) => Additional::Schema(self.schema(schema)),
        };
        Object {
            properties,
            additional,
        }
    }
}

/// Whether a member has no business in requests, or none in answers: there it cannot be required
/// (OpenAPI 3.0.3 §4.7.24.2), and one type serves both sides.
fn is_one_sided(member: &Node<'_>) -> bool {
    let flag = |key: &str| member.value.get(key) == Some(&Value::Bool(true));
    flag("readOnly") || flag("writeOnly")
}

/// Taken from the tree, as `openapiv3` tells known formats from unknown ones.
fn format_of(node: &Node<'_>) -> Option<String> {
    node.text("format").map(str::to_owned)
}

/// Taken from the tree, as `openapiv3` drops bounds that do not fit `i64`.
fn bounds(node: &Node<'_>) -> Bounds {
    let number = |key: &str| node.value.get(key)?.as_f64();
    let flag = |key: &str| node.value.get(key) == Some(&Value::Bool(true));
    Bounds {
        minimum: number("minimum"),
        above: flag("exclusiveMinimum"),
        maximum: number("maximum"),
        below: flag("exclusiveMaximum"),
        multiple_of: number("multipleOf"),
    }
}
