//! Conditions on an answer.

use serde_json::Value;

use crate::{
    diagnostic::Pointer,
    front::{
        node::{Node, kind},
        reader::Reader,
    },
    model::{Literal, Mention, Predicate},
};

const KEYS: &[&str] = &[
    "at",
    "equals",
    "exists",
    "empty",
    "starts-with",
    "contains",
    "header",
    "some",
    "none",
    "where",
    "all",
    "any",
    "not",
];

const FORMS: &str = "the forms are `{at, equals}`, `{at, exists}`, `{at, empty}`, `{at, starts-with}`, \
    `{at, contains}`, `{header, equals}`, `{some, where}`, `{none, where}`, `{all}`, `{any}` and `{not}`";

impl<'a> Reader<'a> {
    /// A condition; reported where it is none.
    pub(super) fn predicate(&mut self, node: &Node<'a>) -> Option<Predicate> {
        let Some(members) = node.members() else {
            let message = format!(
                "a condition must be a mapping, and this is {}",
                kind(node.value)
            );
            self.invalid(node, &message, FORMS);
            return None;
        };
        let unknown = members.keys().any(|key| !KEYS.contains(&key.as_str()));
        if unknown {
            self.known_extension_keys(node, KEYS);
            return None;
        }
        let mut keys: Vec<_> = members.keys().map(String::as_str).collect();
        keys.sort_unstable();
        match keys.as_slice() {
            ["all"] => Some(Predicate::All(self.predicates(&node.get("all")?)?)),
            ["any"] => Some(Predicate::Any(self.predicates(&node.get("any")?)?)),
            ["not"] => Some(Predicate::Not(Box::new(self.predicate(&node.get("not")?)?))),
            ["some", "where"] => self
                .quantified(node, "some")
                .map(|(at, p)| Predicate::Some(at, p)),
            ["none", "where"] => self
                .quantified(node, "none")
                .map(|(at, p)| Predicate::None(at, p)),
            ["equals", "header"] => {
                let name = self.string(&node.get("header")?)?;
                Some(Predicate::Header(name, self.string(&node.get("equals")?)?))
            }
            ["at", form] | [form, "at"] => self.at(node, form),
            _ => {
                self.invalid(node, "these keys make no condition", FORMS);
                None
            }
        }
    }

    fn at(&mut self, node: &Node<'a>, form: &str) -> Option<Predicate> {
        let at = self.pointer(&node.get("at")?)?;
        let value = node.get(form)?;
        match form {
            "equals" => Some(Predicate::Equals(at, self.literals(&value)?)),
            "exists" => Some(Predicate::Exists(at, self.boolean(&value)?)),
            "empty" => Some(Predicate::Empty(at, self.boolean(&value)?)),
            "starts-with" => Some(Predicate::StartsWith(at, self.string(&value)?)),
            "contains" => Some(Predicate::Contains(at, self.string(&value)?)),
            _ => {
                self.invalid(node, "these keys make no condition", FORMS);
                None
            }
        }
    }

    fn predicates(&mut self, node: &Node<'a>) -> Option<Vec<Predicate>> {
        if !node.value.is_array() {
            self.invalid(
                node,
                "this must be a list of conditions",
                "write `[{…}, {…}]`",
            );
            return None;
        }
        self.expect_some(node);
        // All are read before any is missed, so that all faults are reported at once.
        let read: Vec<_> = node.items().map(|item| self.predicate(&item)).collect();
        read.into_iter().collect()
    }

    fn quantified(&mut self, node: &Node<'a>, key: &str) -> Option<(Vec<Mention>, Box<Predicate>)> {
        let places = node.get(key)?;
        let nodes: Vec<_> = match places.value {
            Value::Array(_) => places.items().collect(),
            _ => vec![places],
        };
        if nodes.is_empty() {
            self.expect_some(&node.get(key)?);
        }
        let pointers: Vec<_> = nodes.iter().map(|node| self.pointer(node)).collect();
        let condition = self.predicate(&node.get("where")?)?;
        Some((
            pointers.into_iter().collect::<Option<_>>()?,
            Box::new(condition),
        ))
    }

    fn pointer(&mut self, node: &Node<'a>) -> Option<Mention> {
        let text = node
            .value
            .as_str()
            .filter(|text| Pointer::parse(text).is_some());
        if text.is_none() {
            self.invalid(
                node,
                "this must be a JSON Pointer",
                "write it like `/error/code`; `''` is the whole",
            );
        }
        text.map(|text| node.mention(text))
    }

    fn string(&mut self, node: &Node<'a>) -> Option<String> {
        let text = node.value.as_str();
        if text.is_none() {
            let message = format!("this must be text, and is {}", kind(node.value));
            self.invalid(node, &message, "put it in quotes");
        }
        text.map(str::to_owned)
    }

    fn boolean(&mut self, node: &Node<'a>) -> Option<bool> {
        let flag = node.value.as_bool();
        if flag.is_none() {
            let message = format!(
                "this must be `true` or `false`, and is {}",
                kind(node.value)
            );
            self.invalid(node, &message, "write it without quotes");
        }
        flag
    }

    /// Reports a list with nothing in it, which is always or never met.
    fn expect_some(&mut self, node: &Node<'a>) {
        if node.value.as_array().is_some_and(Vec::is_empty) {
            let help = "write what it is to hold, or take the condition out";
            self.invalid(
                node,
                "this list is empty, so the condition says nothing",
                help,
            );
        }
    }

    fn literals(&mut self, node: &Node<'a>) -> Option<Vec<Literal>> {
        self.expect_some(node);
        let nodes: Vec<_> = match node.value {
            Value::Array(_) => node.items().collect(),
            _ => vec![node.clone()],
        };
        let read: Vec<_> = nodes.iter().map(|node| self.literal(node)).collect();
        read.into_iter().collect()
    }

    fn literal(&mut self, node: &Node<'a>) -> Option<Literal> {
        match node.value {
            Value::Null => Some(Literal::Null),
            Value::Bool(flag) => Some(Literal::Bool(*flag)),
            Value::String(text) => Some(Literal::Text(text.clone())),
            Value::Number(number) => {
                let whole = number.as_i64().map(Literal::Integer);
                whole
                    .or(number.as_u64().map(Literal::Unsigned))
                    .or(number.as_f64().map(Literal::Float))
            }
            Value::Array(_) | Value::Object(_) => {
                self.invalid(
                    node,
                    "a value is compared with a single value",
                    "write text, a number, `true`, `false` or `null`",
                );
                None
            }
        }
    }
}
