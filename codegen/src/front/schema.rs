//! Schemas: each read once, and referred to by id.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Schema, SchemaId, Shape},
};

impl<'a> Reader<'a> {
    /// Reads all component schemas: each has a type, whether an operation uses it or not.
    pub(super) fn component_schemas(&mut self, root: &Node<'a>) {
        self.mapping(root, "components");
        if let Some(components) = self.member(root, "components") {
            self.known_keys(&components, COMPONENT_KEYS);
            for (_, schema) in self.mapping(&components, "schemas") {
                self.schema(schema);
            }
        }
    }

    /// The id of a schema. What it means is read later, by [`Self::read_schemas`]: so neither a
    /// circle of schemas nor a chain of any length is an obstacle.
    pub(super) fn schema(&mut self, node: Node<'a>) -> SchemaId {
        if let Some(id) = self.schema_ids.get(&node.at) {
            return *id;
        }
        let id = self.schemas.push(Schema::blank(node.at.clone()));
        self.schema_ids.insert(node.at.clone(), id);
        self.unread_schemas.push_back((id, node));
        id
    }

    /// Reads every schema that has an id, and those that they refer to.
    pub(super) fn read_schemas(&mut self) {
        while let Some((id, node)) = self.unread_schemas.pop_front() {
            let mut blank = Schema::blank(node.at.clone());
            blank.name = component_name(&self.documents.root.name, &node);
            let read = match node
                .get("$ref")
                .filter(|reference| reference.value.is_string())
            {
                Some(reference) => self.reference(&node, &reference, blank),
                None => self.inline(&node, blank),
            };
            self.schemas.set(id, read);
        }
    }

    /// What another schema takes. OpenAPI 3.0 ignores what stands beside a `$ref`; two keys are
    /// read all the same, since those who write them mean them.
    fn reference(&mut self, node: &Node<'a>, reference: &Node<'a>, blank: Schema) -> Schema {
        self.known_keys(node, &["$ref", "description", "nullable"]);
        let target = self.follow(reference);
        Schema {
            description: node.text("description").map(str::to_owned),
            nullable: node.value.get("nullable") == Some(&Value::Bool(true)),
            shape: target.map_or(Shape::Faulty, |target| Shape::Same(self.schema(target))),
            ..blank
        }
    }

    /// Reports references that lead round in a circle with nothing between, and takes them out, so
    /// that later stages can follow any.
    pub(super) fn break_circles(&mut self) {
        let mut ends = BTreeSet::new();
        for start in self.schemas.ids() {
            let mut chain = Vec::new();
            let mut here = start;
            while let Shape::Same(next) = self.schemas.get(here).shape {
                if !ends.insert(here) {
                    break;
                }
                chain.push(here);
                here = next;
            }
            if chain.contains(&here) {
                let at = self.schemas.get(here).at.clone();
                self.report_circle(&at.child("$ref"));
                let broken = Schema {
                    shape: Shape::Faulty,
                    ..self.schemas.get(here).clone()
                };
                self.schemas.set(here, broken);
            }
        }
    }

    fn inline(&mut self, node: &Node<'a>, blank: Schema) -> Schema {
        let faulty = Schema {
            shape: Shape::Faulty,
            ..blank.clone()
        };
        if !self.expect_mapping(node, "a schema") {
            return faulty;
        }
        self.known_keys(node, KEYS);
        self.check_required(node);
        if !self.check_type(node) {
            return faulty;
        }
        let own = shallow(node);
        let Some(parsed) = self.parse_map::<openapiv3::Schema>(node, "a schema", own) else {
            return faulty;
        };
        let data = parsed.schema_data;
        let shape = self.shape(node, parsed.schema_kind);
        Schema {
            title: data.title,
            description: data.description,
            deprecated: data.deprecated,
            nullable: data.nullable,
            shape,
            ..blank
        }
    }

    /// In a parameter `required` is a flag; in a schema it is a list of names.
    fn check_required(&mut self, node: &Node<'a>) {
        let Some(required) = node.get("required").filter(|one| one.value.is_boolean()) else {
            return;
        };
        let place = self.value_place(&required.at);
        let message = "`required` of a schema is a list of the names of its properties";
        let help = "list the name in `required` of the object that has this property";
        self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
    }

    /// Whether `type` is one of those that there are.
    fn check_type(&mut self, node: &Node<'a>) -> bool {
        let Some(of) = node.get("type") else {
            return true;
        };
        let place = self.value_place(&of.at);
        let diagnostic = match of.value {
            Value::String(name) if TYPES.contains(&name.as_str()) => return true,
            Value::String(name) => {
                let message = format!("`{}` is no type", name.escape_debug());
                let help = match closest(name, TYPES.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the types are `{}`", TYPES.join("`, `")),
                };
                Diagnostic::new(Code::InvalidObject, place, message).help(help)
            }
            other => {
                let message = format!("`type` must be text, and this is {}", kind(other));
                let help = "write one type; for `null` beside it, add `nullable: true`";
                Diagnostic::new(Code::InvalidObject, place, message).help(help)
            }
        };
        self.report(diagnostic);
        false
    }
}

/// The name under `components/schemas`, or that of a schema in a file of its own.
fn component_name(root: &str, node: &Node<'_>) -> Option<String> {
    let tokens: Vec<_> = node.at.tokens().take(4).collect();
    let keys: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    let is_root = *node.at.file == *root;
    match keys.as_slice() {
        ["components", "schemas", name] => Some((*name).to_owned()),
        ["definitions" | "$defs", name] => Some((*name).to_owned()),
        [] if !is_root => {
            let file = node.at.file.rsplit(['/', '\\']).next()?;
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            Some(stem.to_owned())
        }
        // In a file of schemas the keys are their names; in that of a parameter they are not.
        ["schema" | "items" | "additionalProperties" | "not"] => None,
        [name] if !is_root => Some((*name).to_owned()),
        _ => None,
    }
}

/// The object with blank schemas in the place of its children, which are read on their own.
fn shallow(node: &Node<'_>) -> Map<String, Value> {
    let blanks = |value: &Value| match value {
        Value::Object(members) => members.keys().map(|key| (key.clone(), json!({}))).collect(),
        other => other.clone(),
    };
    let mut own = Map::new();
    for (key, value) in node.members().into_iter().flatten() {
        let value = match (key.as_str(), value) {
            ("example" | "externalDocs" | "xml", _) => continue,
            ("properties", value) => blanks(value),
            // Values of all kinds are read where the type is known.
            ("enum" | "default" | "required", _) => continue,
            ("items" | "additionalProperties" | "not", Value::Object(_)) => json!({}),
            ("allOf" | "oneOf" | "anyOf", Value::Array(members)) => {
                Value::Array(vec![json!({}); members.len()])
            }
            _ if key.starts_with("x-") => continue,
            (_, value) => value.clone(),
        };
        own.insert(key.clone(), value);
    }
    own
}

/// The types of OpenAPI 3.0.3 §4.7.24.
const TYPES: &[&str] = &["array", "boolean", "integer", "number", "object", "string"];

const KEYS: &[&str] = &[
    "title",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "enum",
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "properties",
    "additionalProperties",
    "description",
    "format",
    "default",
    "nullable",
    "discriminator",
    "readOnly",
    "writeOnly",
    "xml",
    "externalDocs",
    "example",
    "deprecated",
];

const COMPONENT_KEYS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
];
