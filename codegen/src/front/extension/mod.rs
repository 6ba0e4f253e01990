//! `x-outspoken`: what an API's document does not say of its errors.

mod case;
mod form;
mod key;
mod level;
mod pointer;
mod predicate;

use super::{
    context::Context,
    expect::Wanted,
    key::EXTENSION,
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{ErrorRules, Mention, Status},
};
use key::Part;
use level::Level;

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
        let responses = responses.filter(|all| self.spend_members(all));
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
            if level.node.value.is_object() {
                self.known_extension_keys(&level.node, Part::Level);
            } else {
                self.invalid_kind(&level.node, "`x-outspoken`", Wanted::Mapping);
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
                    "move it to the operation, or to a response that is an error",
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

    /// Where code or message are, as an `x-outspoken` says it.
    pub(super) fn places(&mut self, extension: Option<&Node<'a>>, key: &str) -> Vec<Mention> {
        let node = extension.and_then(|node| node.get(key));
        node.map(|node| self.place_list(&node)).unwrap_or_default()
    }

    /// Reports a value that the extension cannot use.
    fn invalid(&mut self, node: &Node<'_>, message: &str, help: &str) {
        let place = self.value_place(&node.at);
        self.report(Diagnostic::new(Code::InvalidExtension, place, message).help(help));
    }

    /// Reports a value of the wrong kind.
    fn invalid_kind(&mut self, node: &Node<'_>, what: &str, wanted: Wanted) {
        let (wanted_kind, found) = (wanted.as_str(), kind(node.value));
        let message = format!("{what} must be {wanted_kind}, and this is {found}");
        self.invalid(node, &message, &wanted.advice(what, node.value));
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
