//! Conditions on an answer.

use serde_json::Value;

use super::{form, key::Part};
use crate::{
    collection::order,
    front::{
        expect::Wanted,
        node::{Node, kind},
        reader::Reader,
    },
    model::{Literal, Mention, Predicate},
};

impl<'a> Reader<'a> {
    /// A condition; reported where it is none.
    pub(super) fn predicate(&mut self, node: &Node<'a>) -> Option<Predicate> {
        let Some(members) = node.members() else {
            self.invalid_condition(node);
            return None;
        };
        if !self.spend_members(node) {
            return None;
        }
        let known = Part::Condition.keys();
        if members.keys().any(|key| !known.contains(&key.as_str())) {
            self.known_extension_keys(node, Part::Condition);
            return None;
        }
        let mut keys: Vec<_> = members.keys().map(String::as_str).collect();
        order::sort(&mut keys);
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
            keys => {
                let (message, help) = form::explain(keys);
                self.invalid(node, &message, &help);
                None
            }
        }
    }

    fn invalid_condition(&mut self, node: &Node<'a>) {
        let found = kind(node.value);
        let message = format!("a condition must be a mapping, and this is {found}");
        let help = match node.value {
            Value::Array(_) => {
                "if all of these must hold, write `{all: […]}`; if one is enough, `{any: […]}`"
            }
            _ => "write it like `{at: /error/code, equals: not_found}`",
        };
        self.invalid(node, &message, help);
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
                let (message, help) = form::explain(&["at", form]);
                self.invalid(node, &message, &help);
                None
            }
        }
    }

    fn predicates(&mut self, node: &Node<'a>) -> Option<Vec<Predicate>> {
        if !node.value.is_array() {
            let message = format!(
                "{} must be a list, and this is {}",
                named(node),
                kind(node.value)
            );
            let help = "begin each condition with `- `, or put them in brackets: `[{…}, {…}]`";
            self.invalid(node, &message, help);
            return None;
        }
        self.expect_some(node);
        if !self.spend_items(node) {
            return None;
        }
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
        if !self.spend(node, nodes.len()) {
            return None;
        }
        let pointers: Vec<_> = nodes.iter().map(|node| self.pointer(node)).collect();
        let condition = self.predicate(&node.get("where")?)?;
        Some((
            pointers.into_iter().collect::<Option<_>>()?,
            Box::new(condition),
        ))
    }

    fn string(&mut self, node: &Node<'a>) -> Option<String> {
        let text = node.value.as_str();
        if !self.spend_text(node, text.map_or(0, str::len)) {
            return None;
        }
        if text.is_none() {
            self.invalid_kind(node, &named(node), Wanted::Text);
        }
        text.map(str::to_owned)
    }

    fn boolean(&mut self, node: &Node<'a>) -> Option<bool> {
        let flag = node.value.as_bool();
        if flag.is_none() {
            self.invalid_kind(node, &named(node), Wanted::Flag);
        }
        flag
    }

    /// Reports a list with nothing in it, which is always or never met.
    fn expect_some(&mut self, node: &Node<'a>) {
        if node.value.as_array().is_some_and(Vec::is_empty) {
            let help = "write what belongs into it, or take the condition out";
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
        if !self.spend_items(node) {
            return None;
        }
        let read: Vec<_> = nodes.iter().map(|node| self.literal(node)).collect();
        read.into_iter().collect()
    }

    fn literal(&mut self, node: &Node<'a>) -> Option<Literal> {
        match node.value {
            Value::Null => Some(Literal::Null),
            Value::Bool(flag) => Some(Literal::Bool(*flag)),
            Value::String(text) => {
                let fits = self.spend_text(node, text.len());
                fits.then(|| Literal::Text(text.clone()))
            }
            Value::Number(number) => {
                let whole = number.as_i64().map(Literal::Integer);
                whole
                    .or(number.as_u64().map(Literal::Unsigned))
                    .or(number.as_f64().map(Literal::Float))
            }
            Value::Array(_) | Value::Object(_) => {
                let message = format!(
                    "`equals` takes single values, and this is {}",
                    kind(node.value)
                );
                let help = "write text, a number, `true`, `false` or `null`, or a list of them; to \
                            look into a mapping or a list, let `at` lead there";
                self.invalid(node, &message, help);
                None
            }
        }
    }
}

/// The key of a value, as code.
fn named(node: &Node<'_>) -> String {
    let key = node.at.tokens().last().unwrap_or_default();
    format!("`{key}`")
}
