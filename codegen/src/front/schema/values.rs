//! `enum` and `const`: the values that a schema takes.

use serde_json::Value;

use super::{
    super::{
        node::{Node, kind},
        reader::Reader,
    },
    guess::JsonType,
};
use crate::diagnostic::{Code, Diagnostic};

impl<'a> Reader<'a> {
    /// The listed values; `None` where there is no list, or nothing in it.
    pub(super) fn values(&mut self, node: &Node<'a>) -> Option<Vec<Node<'a>>> {
        if let Some(only) = node.get("const") {
            return Some(vec![only]);
        }
        let listed = node.get("enum")?;
        let values = self.list(node, "enum");
        if values.is_empty() && listed.value.is_array() {
            let message = "this `enum` lists no value, so it restricts nothing";
            let help = "list the values, or take it out";
            let diagnostic = Diagnostic::new(Code::Ignored, listed.at.key(), message);
            self.report(diagnostic.help(help));
        }
        (!values.is_empty()).then_some(values)
    }

    /// The texts among the values. What is no text there is taken as it is written.
    pub(super) fn text_values(&mut self, values: &[Node<'a>]) -> Vec<String> {
        let mut texts = Vec::new();
        for value in values {
            match value.value {
                Value::String(text) => texts.push(text.clone()),
                // In an enum, null says again what `nullable` says.
                Value::Null => {}
                other => {
                    self.off_type(value, "text");
                    texts.push(other.to_string());
                }
            }
        }
        texts
    }

    /// The values that `pick` takes; others are reported, but for null.
    pub(super) fn picked<T>(
        &mut self,
        values: &[Node<'a>],
        wanted: &str,
        pick: impl Fn(&Value) -> Option<T>,
    ) -> Vec<T> {
        let mut picked = Vec::new();
        for value in values {
            match (pick(value.value), value.value) {
                (Some(found), _) => picked.push(found),
                (None, Value::Null) => {}
                (None, _) => self.off_type(value, wanted),
            }
        }
        picked
    }

    pub(super) fn off_type(&mut self, value: &Node<'a>, wanted: &str) {
        let message = format!(
            "this value is {}, and its schema is for {wanted}",
            kind(value.value)
        );
        let help = match value.value {
            Value::Bool(_) | Value::Number(_) if wanted == "text" => {
                format!("put it in quotes, `\"{}\"`, or take it out", value.value)
            }
            _ => format!("write {wanted}, take it out, or mend the `type`"),
        };
        self.report(Diagnostic::new(Code::Tolerated, value.at.value(), message).help(help));
    }

    /// Names that vendors give to values, where there is one for each.
    pub(super) fn value_names(&mut self, node: &Node<'a>, count: usize) -> Vec<String> {
        let keys = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
        let names = keys.iter().find_map(|key| node.value.get(*key)?.as_array());
        let names = names.into_iter().flatten().map(Value::as_str);
        let names: Option<Vec<_>> = names.map(|name| name.map(str::to_owned)).collect();
        names
            .filter(|names| names.len() == count)
            .unwrap_or_default()
    }
}

/// The types that listed values have, each once, in their order.
pub(super) fn types_of(values: &[Node<'_>]) -> Vec<JsonType> {
    let mut types: Vec<JsonType> = Vec::new();
    for value in values {
        let found = match value.value {
            Value::Null => JsonType::Null,
            Value::Bool(_) => JsonType::Boolean,
            Value::Number(number) if number.is_f64() => JsonType::Number,
            Value::Number(_) => JsonType::Integer,
            Value::String(_) => JsonType::Text,
            Value::Array(_) => JsonType::Array,
            Value::Object(_) => JsonType::Object,
        };
        if !types.contains(&found) {
            types.push(found);
        }
    }
    if types.contains(&JsonType::Number) {
        types.retain(|one| *one != JsonType::Integer);
    }
    types
}
