//! Named members.

use serde_json::Value;

use super::super::{
    expect::Wanted,
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Origin},
    model::{Additional, Choice, Object, Property, Schema, Shape},
};

impl<'a> Reader<'a> {
    pub(super) fn object(&mut self, node: &Node<'a>) -> Shape {
        let mut required = self.required(node);
        let members = self.mapping(node, "properties");
        let mut properties = Table::new();
        for (name, member) in members {
            // Nothing fits it, so it is never there.
            if *member.value == Value::Bool(false) {
                continue;
            }
            let one_sided = is_one_sided(&member);
            if let Some(flag) = self.required_flag(&member) {
                required.get_or(name.to_owned(), || flag);
            }
            let property = Property {
                required: required.contains_key(name) && !one_sided,
                one_sided,
                default: member.value.get("default").cloned(),
                schema: self.schema(member),
            };
            properties.insert(name.to_owned(), property);
        }
        let choice = node.get("oneOf").or_else(|| node.get("anyOf"));
        let discriminator = match choice {
            None => self.discriminator(node),
            Some(_) => None,
        };
        Shape::Object(Object {
            properties,
            required,
            additional: self.additional(node),
            discriminator,
        })
    }

    /// In a parameter `required` is a flag; in a schema it is a list of names. What a flag at a
    /// property means is plain.
    fn required_flag(&mut self, member: &Node<'a>) -> Option<Origin> {
        let flag = member
            .get("required")
            .filter(|one| one.value.is_boolean())?;
        let message = "`required` of a schema is a list of property names";
        let name = member.at.tokens().last().unwrap_or_default();
        let help = format!(
            "take it out here, and write `required: [{name}]` in the object that has the property"
        );
        let diagnostic = Diagnostic::new(Code::Tolerated, flag.at.value(), message);
        self.report(diagnostic.help(help));
        (*flag.value == Value::Bool(true)).then_some(flag.at)
    }

    /// The names in `required`.
    fn required(&mut self, node: &Node<'a>) -> Table<String, Origin> {
        let mut required = Table::new();
        if node.value.get("required").is_some_and(Value::is_boolean) {
            return required;
        }
        for listed in self.list(node, "required") {
            match listed.value.as_str() {
                Some(name) => {
                    required.insert(name.to_owned(), listed.at);
                }
                None => {
                    let found = kind(listed.value);
                    let message = format!("`required` lists property names, and this is {found}");
                    let help = Wanted::Text.advice("a name", listed.value);
                    let diagnostic = Diagnostic::new(Code::Tolerated, listed.at.value(), message);
                    self.report(diagnostic.help(help));
                }
            }
        }
        required
    }

    /// What members without a name of their own are. Those whose names fit a pattern may each have
    /// a schema of their own: a map has one type of values, so that is one of those.
    fn additional(&mut self, node: &Node<'a>) -> Additional {
        let patterns = self.mapping(node, "patternProperties");
        let additional = match node.get("additionalProperties") {
            None => Additional::Unsaid,
            Some(one) => match one.value {
                Value::Bool(true) => Additional::Any,
                Value::Bool(false) => Additional::Forbidden,
                Value::Object(says) if says.is_empty() => Additional::Any,
                _ => Additional::Schema(self.schema(one)),
            },
        };
        if patterns.is_empty() {
            return additional;
        }
        let mut members: Vec<_> = patterns
            .into_iter()
            .map(|(_, schema)| self.schema(schema))
            .collect();
        match additional {
            Additional::Any => return Additional::Any,
            Additional::Schema(other) => members.push(other),
            Additional::Unsaid | Additional::Forbidden => {}
        }
        let shape = Shape::Choice(Choice {
            members,
            discriminator: None,
        });
        Additional::Schema(self.schemas.push(Schema {
            shape,
            ..Schema::blank(node.at.child("patternProperties"))
        }))
    }
}

/// Whether a member has no business in requests, or none in answers: there it cannot be required
/// (OpenAPI 3.0.3 §4.7.24.2), and one type serves both sides.
fn is_one_sided(member: &Node<'_>) -> bool {
    let flag = |key: &str| member.value.get(key) == Some(&Value::Bool(true));
    flag("readOnly") || flag("writeOnly")
}
