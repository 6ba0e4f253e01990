//! Declared errors, merged over the levels.

use serde_json::Value;

use super::{case_status, key::Part, level::Level};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic},
    front::{
        expect::Wanted,
        node::{Node, kind},
        reader::Reader,
        status::meant,
    },
    model::{Case, Status},
};

/// How many errors an operation may declare: they are compared with one another.
const MOST: usize = 300;

/// What the levels say of one error, nearer levels first.
struct Merged<'a> {
    variant: &'a str,
    nodes: Vec<Node<'a>>,
    /// The response in which the nearest one stands.
    response: Option<Level<'a>>,
}

impl<'a> Merged<'a> {
    /// The nearest value of a key.
    fn get(&self, key: &str) -> Option<Node<'a>> {
        self.nodes.iter().find_map(|node| node.get(key))
    }

    /// Whether it says something that was not understood, and has been reported.
    fn has_unknown_keys(&self) -> bool {
        let known = Part::Error.keys();
        let mut keys = self.nodes.iter().flat_map(Node::entries);
        keys.any(|(key, _)| !known.contains(&key))
    }

    /// Where code or message are: as the error says it, else as its response does.
    fn places(&self, key: &str) -> Option<Node<'a>> {
        let response = || self.response.as_ref()?.node.get(key);
        self.get(key).or_else(response)
    }
}

impl<'a> Reader<'a> {
    pub(super) fn cases(&mut self, levels: &[Level<'a>]) -> Vec<Case> {
        // Responses stand side by side; all other levels stand within one another.
        let mut wide: Table<&str, Vec<Node<'a>>> = Table::new();
        for level in levels.iter().filter(|level| level.status.is_none()) {
            for (variant, node) in self.errors_of(level) {
                wide.get_or_default(variant).push(node);
            }
        }
        let mut merged = Vec::new();
        for level in levels.iter().filter(|level| level.status.is_some()) {
            for (variant, node) in self.errors_of(level) {
                let farther = wide.get(variant).into_iter().flatten().cloned();
                merged.push(Merged {
                    variant,
                    nodes: std::iter::once(node).chain(farther).collect(),
                    response: Some(level.clone()),
                });
            }
        }
        merged.extend(wide.into_iter().map(|(variant, nodes)| Merged {
            variant,
            nodes,
            response: None,
        }));
        self.check_count(&merged);
        let cases = merged.iter().take(MOST);
        cases.filter_map(|merged| self.case(merged)).collect()
    }

    fn errors_of(&mut self, level: &Level<'a>) -> Vec<(&'a str, Node<'a>)> {
        let Some(errors) = level.node.get("errors") else {
            return Vec::new();
        };
        if !self.expect_errors(&errors, "`errors`", "NotFound") {
            return Vec::new();
        }
        if !self.spend_members(&errors) {
            return Vec::new();
        }
        let mut found: Vec<_> = errors.entries().collect();
        found.retain(|(name, node)| self.expect_errors(node, "an error", name));
        for (_, node) in &found {
            self.known_extension_keys(node, Part::Error);
        }
        found
    }

    fn check_count(&mut self, merged: &[Merged<'a>]) {
        let Some(node) = merged.get(MOST).and_then(|one| one.nodes.first()) else {
            return;
        };
        let place = self.key_place(&node.at);
        let message = format!("an operation declares more than {MOST} errors");
        let help = "put those into one error that share a status, and tell them apart by `code()`";
        self.report(Diagnostic::new(Code::LimitExceeded, place, message).help(help));
    }

    /// Whether the value is a mapping, of errors or of what is said of one.
    fn expect_errors(&mut self, node: &Node<'a>, what: &str, name: &str) -> bool {
        let is_mapping = node.value.is_object();
        if !is_mapping {
            let found = kind(node.value);
            let message = format!("{what} must be a mapping, and this is {found}");
            let help = format!(
                "write an error like `{}: {{status: 404}}`",
                name.escape_debug()
            );
            self.invalid(node, &message, &help);
        }
        is_mapping
    }

    fn case(&mut self, merged: &Merged<'a>) -> Option<Case> {
        let places = |reader: &mut Self, key: &str| {
            merged
                .places(key)
                .map(|node| reader.place_list(&node))
                .unwrap_or_default()
        };
        let statuses = match merged.get("status") {
            // Without a status that can be read, nothing is known of when it is looked for.
            Some(node) => Some(self.statuses(&node)).filter(|statuses| !statuses.is_empty())?,
            None => {
                let response = merged.response.as_ref().and_then(|level| level.status);
                vec![response.unwrap_or(Status::Any)]
            }
        };
        let when = match merged.get("when") {
            // A condition that cannot be read must not become none, which would always hold.
            Some(node) => Some(self.predicate(&node)?),
            None => None,
        };
        let node = merged.nodes.first()?;
        let takes_success = statuses
            .iter()
            .any(|status| status.covers(Status::Range(2)));
        if when.is_none() && takes_success && !merged.has_unknown_keys() {
            let message = format!(
                "`{}` takes every answer, successes too",
                merged.variant.escape_debug()
            );
            let help = "add a condition, such as `when: {at: /error/code, equals: not_found}`, or a \
                        `status`, such as `404`";
            self.invalid(node, &message, help);
        }
        Some(Case {
            at: node.at.clone(),
            variant: merged.variant.to_owned(),
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
        if !self.spend_items(node) {
            return Vec::new();
        }
        let mut statuses = Vec::new();
        for node in nodes {
            let status = match node.value {
                Value::Number(number) => case_status(&number.to_string()),
                Value::String(text) => case_status(text),
                _ => None,
            };
            match status {
                Some(status) if statuses.contains(&status) => {}
                Some(status) => statuses.push(status),
                None => self.invalid_status(&node),
            }
        }
        statuses
    }

    fn invalid_status(&mut self, node: &Node<'a>) {
        let (message, help) = match node.value {
            Value::String(text) if matches!(text.as_str(), "default" | "all" | "*") => (
                format!("`{text}` is no status"),
                "to take answers of any status, write `any`",
            ),
            Value::String(_) | Value::Number(_) => {
                let text = node.value.to_string();
                let text = text.trim_matches('"');
                let message = format!("`{}` is no status", text.escape_debug());
                if let Some(meant) = meant(text) {
                    let help = format!("did you mean `{meant}`?");
                    return self.invalid(node, &message, &help);
                }
                (message, STATUSES)
            }
            other => (format!("a status cannot be {}", kind(other)), STATUSES),
        };
        self.invalid(node, &message, help);
    }

    fn flag(&mut self, node: Option<Node<'a>>) -> Option<bool> {
        let node = node?;
        let flag = node.value.as_bool();
        if flag.is_none() {
            self.invalid_kind(&node, "`retry`", Wanted::Flag);
        }
        flag
    }

    fn words(&mut self, node: Option<Node<'a>>) -> Option<String> {
        let node = node?;
        let text = node.value.as_str();
        if !self.spend_text(&node, text.map_or(0, str::len)) {
            return None;
        }
        let text = text.map(str::to_owned);
        if text.is_none() {
            self.invalid_kind(&node, "`description`", Wanted::Text);
        }
        text
    }
}

const STATUSES: &str = "write a status like `404`, a class like `4XX`, a list of them, or `any`";
