//! Values of the wrong kind: what must stand there, and what to write.

use serde_json::Value;

use super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::diagnostic::{Code, Diagnostic};

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Mapping,
    List,
    Text,
    Flag,
    Whole,
    Number,
}

impl Wanted {
    /// As a person says it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Mapping => "a mapping",
            Self::List => "a list",
            Self::Text => "text",
            Self::Flag => "`true` or `false`",
            Self::Whole => "a whole number",
            Self::Number => "a number",
        }
    }

    /// What to write in place of a value. `what` is the name of what the value must be.
    pub(super) fn advice(self, what: &str, value: &Value) -> String {
        match (self, value) {
            (Self::Mapping, Value::String(text)) if text.starts_with("#/") => {
                format!("to refer to it, write `{{$ref: '{text}'}}`")
            }
            (Self::Mapping, Value::String(text)) if what == "a schema" && is_word(text) => {
                format!("write `{{type: {text}}}`, or what it is")
            }
            (Self::Mapping, Value::Null) => {
                let example = example(what);
                format!("write what belongs here, such as `{example}`, or delete the key")
            }
            (Self::Mapping, _) => format!("write it like `{}`", example(what)),
            (Self::List, Value::Object(_)) => {
                "begin each element with `- `, or put them in brackets".to_owned()
            }
            (Self::List, Value::String(text)) if is_word(text) => format!("write `[{text}]`"),
            (Self::List, _) => "write it like `[…, …]`".to_owned(),
            (Self::Text, Value::Number(_) | Value::Bool(_)) => {
                format!("put it in quotes: `\"{value}\"`")
            }
            (Self::Text, Value::Null) => "write some text, or take the key out".to_owned(),
            (Self::Text, _) => "write text in its place".to_owned(),
            (Self::Flag, Value::String(_)) => "write `true` or `false` without quotes".to_owned(),
            (Self::Flag, _) => "write `true` or `false`".to_owned(),
            (Self::Whole | Self::Number, Value::String(text)) if text.parse::<f64>().is_ok() => {
                format!("write it without quotes: `{text}`")
            }
            (Self::Whole, _) => "write a number without a fraction".to_owned(),
            (Self::Number, _) => "write a number".to_owned(),
        }
    }
}

impl<'a> Reader<'a> {
    /// Whether the value is a mapping; reports it where it is not.
    pub(super) fn expect_mapping(&mut self, node: &Node<'_>, what: &str) -> bool {
        let is_mapping = node.value.is_object();
        if !is_mapping {
            self.wrong_kind(node, what, Wanted::Mapping);
        }
        is_mapping
    }

    /// The same for a mapping of any number of members: some tools write one of none as a list.
    pub(super) fn expect_members(&mut self, node: &Node<'_>, what: &str) -> bool {
        if node.value.as_array().is_some_and(Vec::is_empty) {
            let message = format!("{what} must be a mapping, and this empty list is read as one");
            let place = self.value_place(&node.at);
            let diagnostic = Diagnostic::new(Code::Tolerated, place, message);
            self.report(diagnostic.help("write `{}` in its place"));
            return true;
        }
        self.expect_mapping(node, what)
    }

    /// The text of a member; reported where it is none.
    pub(super) fn text_member(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        let member = node.get(key)?;
        match member.value {
            Value::String(text) => Some(text.clone()),
            _ => {
                self.wrong_kind(&member, &format!("`{key}`"), Wanted::Text);
                None
            }
        }
    }

    /// Reports a value that is not what it must be.
    pub(super) fn wrong_kind(&mut self, node: &Node<'_>, what: &str, wanted: Wanted) {
        let (wanted_kind, found) = (wanted.as_str(), kind(node.value));
        let message = format!("{what} must be {wanted_kind}, and this is {found}");
        let place = self.value_place(&node.at);
        let diagnostic = Diagnostic::new(Code::InvalidObject, place, message);
        self.report(diagnostic.help(wanted.advice(what, node.value)));
    }
}

/// Whether it is a single word, so that it may stand in an example as it is.
fn is_word(text: &str) -> bool {
    let of_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !text.is_empty() && text.len() < 40 && text.chars().all(of_word)
}

/// How something is written that must be a mapping.
fn example(what: &str) -> &'static str {
    let found = EXAMPLES.iter().find(|(name, _)| *name == what);
    found.map_or("key: value", |(_, example)| example)
}

const EXAMPLES: &[(&str, &str)] = &[
    ("`paths`", "/pets: {get: …}"),
    ("a path item", "get: {responses: …}"),
    ("an operation", "{operationId: listPets, responses: …}"),
    ("`additionalOperations`", "LOCK: {responses: …}"),
    (
        "a parameter",
        "{name: limit, in: query, schema: {type: integer}}",
    ),
    (
        "a request body",
        "{content: {application/json: {schema: …}}}",
    ),
    ("`content`", "application/json: {schema: …}"),
    ("`responses`", "'200': {description: Done.}"),
    ("a response", "{description: Done.}"),
    ("a schema", "{type: string}"),
    ("a discriminator", "{propertyName: kind}"),
    ("`properties`", "name: {type: string}"),
    ("`properties` of a schema", "name: {type: string}"),
    ("`items` of a schema", "{type: string}"),
    ("`additionalProperties` of a schema", "{type: string}"),
    ("`components`", "schemas: {Pet: {type: object}}"),
    ("`schemas`", "Pet: {type: object}"),
    (
        "`securitySchemes`",
        "bearerAuth: {type: http, scheme: bearer}",
    ),
    ("a security scheme", "{type: http, scheme: bearer}"),
    ("a security requirement", "{bearerAuth: []}"),
    ("`info`", "{title: Pets, version: '1'}"),
    ("a server", "{url: 'https://api.example.com'}"),
    ("`variables`", "region: {default: eu}"),
    ("a server variable", "{default: eu}"),
    ("`x-outspoken`", "errors: {NotFound: {status: 404}}"),
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn advice_is_about_what_stands_there() {
        for (wanted, what, value, advice) in [
            (
                Wanted::Mapping,
                "a schema",
                json!("string"),
                "write `{type: string}`, or what it is",
            ),
            (
                Wanted::Mapping,
                "a schema",
                json!("#/components/schemas/Pet"),
                "to refer to it, write `{$ref: '#/components/schemas/Pet'}`",
            ),
            (Wanted::List, "`tags`", json!("a"), "write `[a]`"),
            (Wanted::Text, "`x`", json!(7), "put it in quotes: `\"7\"`"),
            (
                Wanted::Whole,
                "`x`",
                json!("5"),
                "write it without quotes: `5`",
            ),
        ] {
            assert_eq!(wanted.advice(what, &value), advice);
        }
    }
}
