//! `x-outspoken`: what an API's document does not say of its errors.

mod case;
mod level;
mod predicate;

use super::{context::Context, key::EXTENSION, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{ErrorRules, Mention, Status},
};
use level::Level;

const KEYS: &[&str] = &["success-when", "errors", "code", "message"];

impl<'a> Reader<'a> {
    /// The rules of an operation: of each key, the nearest level's; of errors, all levels'.
    pub(super) fn error_rules(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
    ) -> ErrorRules {
        let levels = self.levels(context, operation);
        let wide: Vec<_> = levels
            .iter()
            .filter(|level| level.status.is_none())
            .collect();
        let nearest = |key: &str| wide.iter().find_map(|level| level.node.get(key));
        let success_when = nearest("success-when");
        let (code, message) = (nearest("code"), nearest("message"));
        ErrorRules {
            success_when: success_when.and_then(|node| self.predicate(&node)),
            code: code.map(|node| self.place_list(&node)).unwrap_or_default(),
            message: message
                .map(|node| self.place_list(&node))
                .unwrap_or_default(),
            cases: self.cases(&levels),
        }
    }

    /// Where the extension stands, nearer levels first.
    fn levels(&mut self, context: &Context<'_, 'a>, operation: &Node<'a>) -> Vec<Level<'a>> {
        let mut levels = Vec::new();
        let responses = self.member(operation, "responses");
        let responses = responses.into_iter().flat_map(|all| all.entries());
        for (key, response) in responses {
            let status = super::status::status(key);
            let Some(response) = status.and_then(|_| self.resolve(response)) else {
                continue;
            };
            if let Some(node) = response.get(EXTENSION) {
                self.check_response_level(&node, status);
                levels.push(Level { node, status });
            }
        }
        for node in [operation, context.item, context.root] {
            levels.extend(node.get(EXTENSION).map(|node| Level { node, status: None }));
        }
        for level in &levels {
            if self.expect_mapping(&level.node, "`x-outspoken`") {
                self.known_extension_keys(&level.node, KEYS);
            }
        }
        levels
    }

    /// One response cannot say when the operation succeeds.
    fn check_response_level(&mut self, node: &Node<'a>, status: Option<Status>) {
        if status.is_some_and(Status::is_success) && node.get("errors").is_none() {
            for key in ["code", "message"] {
                self.ignore(
                    node,
                    key,
                    "a success has no code and no message of an error",
                );
            }
        }
        if let Some(condition) = node.get("success-when") {
            let what = "`success-when` of one response";
            self.unsupported(
                &condition,
                what,
                "write it in the `x-outspoken` of the operation",
            );
        }
    }

    /// Reports keys that the extension does not have: a slip here would change what is an error.
    fn known_extension_keys(&mut self, node: &Node<'a>, known: &[&str]) {
        for (key, member) in node.entries().filter(|(key, _)| !known.contains(key)) {
            let place = self.key_place(&member.at);
            let message = format!("`{}` is no key of `x-outspoken` here", key.escape_debug());
            let diagnostic = Diagnostic::new(Code::UnknownExtensionKey, place, message);
            self.report(match closest(key, known.iter().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help(format!("the keys are `{}`", known.join("`, `"))),
            });
        }
    }

    /// Where code or message are, as an `x-outspoken` says it.
    pub(super) fn places(&mut self, extension: Option<&Node<'a>>, key: &str) -> Vec<Mention> {
        let node = extension.and_then(|node| node.get(key));
        node.map(|node| self.place_list(&node)).unwrap_or_default()
    }

    /// A pointer, or a list of them; `./…` starts at the element that matched.
    fn place_list(&mut self, node: &Node<'a>) -> Vec<Mention> {
        let nodes: Vec<_> = match node.value {
            serde_json::Value::Array(_) => node.items().collect(),
            _ => vec![node.clone()],
        };
        nodes
            .iter()
            .filter_map(|node| self.place_text(node))
            .collect()
    }

    fn place_text(&mut self, node: &Node<'a>) -> Option<Mention> {
        let text = node.value.as_str();
        let pointer = text.map(|text| {
            text.strip_prefix("./")
                .map_or(text.to_owned(), |rest| format!("/{rest}"))
        });
        if pointer.is_some_and(|pointer| crate::diagnostic::Pointer::parse(&pointer).is_some()) {
            return text.map(|text| node.mention(text));
        }
        self.invalid(
            node,
            "this must be a JSON Pointer",
            "write it like `/error/code`, or `./code` from the element that matched",
        );
        None
    }

    /// Reports a value that the extension cannot use.
    fn invalid(&mut self, node: &Node<'_>, message: &str, help: &str) {
        let place = self.value_place(&node.at);
        self.report(Diagnostic::new(Code::InvalidExtension, place, message).help(help));
    }
}

/// A status of a case: a number, a class, or `any`.
fn case_status(text: &str) -> Option<Status> {
    match text {
        "any" => Some(Status::Any),
        "default" => None,
        key => super::status::status(key),
    }
}
