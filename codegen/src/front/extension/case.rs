//! Declared errors, merged over the levels.

use indexmap::IndexMap;
use serde_json::Value;

use super::{case_status, level::Level};
use crate::{
    front::{
        node::{Node, kind},
        reader::Reader,
    },
    model::{Case, Status},
};

const KEYS: &[&str] = &[
    "status",
    "when",
    "schema",
    "message",
    "code",
    "retry",
    "description",
];

/// What the levels say of one error, nearer levels first.
struct Merged<'a> {
    nodes: Vec<Node<'a>>,
    /// The response in which the nearest one stands.
    response: Option<Status>,
}

impl<'a> Merged<'a> {
    /// The nearest value of a key.
    fn get(&self, key: &str) -> Option<Node<'a>> {
        self.nodes.iter().find_map(|node| node.get(key))
    }
}

impl<'a> Reader<'a> {
    pub(super) fn cases(&mut self, levels: &[Level<'a>]) -> Vec<Case> {
        let mut merged: IndexMap<&str, Merged<'a>> = IndexMap::new();
        for level in levels {
            let Some(errors) = level.node.get("errors") else {
                continue;
            };
            if !self.expect_errors(&errors) {
                continue;
            }
            for (variant, node) in errors.entries() {
                if !self.expect_errors(&node) {
                    continue;
                }
                self.known_extension_keys(&node, KEYS);
                let blank = Merged {
                    nodes: Vec::new(),
                    response: level.status,
                };
                merged.entry(variant).or_insert(blank).nodes.push(node);
            }
        }
        merged
            .into_iter()
            .filter_map(|(variant, merged)| self.case(variant, &merged))
            .collect()
    }

    /// Whether the value is a mapping, of errors or of what is said of one.
    fn expect_errors(&mut self, node: &Node<'a>) -> bool {
        let is_mapping = node.value.is_object();
        if !is_mapping {
            let message = format!("this must be a mapping, and is {}", kind(node.value));
            let help = "an error is written like `NotFound: {status: 404, when: {at: /code, equals: gone}}`";
            self.invalid(node, &message, help);
        }
        is_mapping
    }

    fn case(&mut self, variant: &str, merged: &Merged<'a>) -> Option<Case> {
        let places = |reader: &mut Self, key: &str| {
            merged
                .get(key)
                .map(|node| reader.place_list(&node))
                .unwrap_or_default()
        };
        let statuses = match merged.get("status") {
            // Without a status that can be read, nothing is known of when it is looked for.
            Some(node) => Some(self.statuses(&node)).filter(|statuses| !statuses.is_empty())?,
            None => vec![merged.response.unwrap_or(Status::Any)],
        };
        let when = match merged.get("when") {
            // A condition that cannot be read must not become none, which would always hold.
            Some(node) => Some(self.predicate(&node)?),
            None => None,
        };
        Some(Case {
            at: merged.nodes.first()?.at.clone(),
            variant: variant.to_owned(),
            statuses,
            when,
            schema: merged.get("schema").map(|node| self.schema(node)),
            code: places(self, "code"),
            message: places(self, "message"),
            retry: self.flag(merged.get("retry")),
            description: self.words(merged.get("description")),
        })
    }

    fn statuses(&mut self, node: &Node<'a>) -> Vec<Status> {
        let nodes: Vec<_> = match node.value {
            Value::Array(_) => node.items().collect(),
            _ => vec![node.clone()],
        };
        if nodes.is_empty() {
            self.invalid(
                node,
                "this list of statuses is empty",
                "write a status, or take the key out",
            );
        }
        let mut statuses = Vec::new();
        for node in nodes {
            let status = match node.value {
                Value::Number(number) => case_status(&number.to_string()),
                Value::String(text) => case_status(text),
                _ => None,
            };
            match status {
                Some(status) => statuses.push(status),
                None => self.invalid(
                    &node,
                    "this is no status",
                    "write a status like `404`, a class like `4XX`, a list of them, or `any`",
                ),
            }
        }
        statuses
    }

    fn flag(&mut self, node: Option<Node<'a>>) -> Option<bool> {
        let node = node?;
        let flag = node.value.as_bool();
        if flag.is_none() {
            self.invalid(
                &node,
                "this must be `true` or `false`",
                "write it without quotes",
            );
        }
        flag
    }

    fn words(&mut self, node: Option<Node<'a>>) -> Option<String> {
        let node = node?;
        let text = node.value.as_str().map(str::to_owned);
        if text.is_none() {
            self.invalid(&node, "this must be text", "put it in quotes");
        }
        text
    }
}
