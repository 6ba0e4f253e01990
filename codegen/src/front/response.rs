//! Responses (OpenAPI 3.0.3 §4.7.16, §4.7.17).

use super::{
    context::Context,
    dialect::Dialect,
    key::EXTENSION,
    node::Node,
    reader::Reader,
    status::{meant, status},
    v20,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Response, Status},
};

/// Members that are read on their own.
const CHILDREN: &[&str] = &["headers", "content", "links", "schema", "examples"];

const KEYS_OF_RESPONSES: &str =
    "a key of `responses` is a status like `404`, a class like `4XX`, or `default`";

const KEYS: &[&str] = &[
    EXTENSION,
    "$ref",
    "summary",
    "description",
    "headers",
    "content",
    "links",
];

impl<'a> Reader<'a> {
    /// The documented responses of an operation, but for those before the answer.
    pub(super) fn responses(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
    ) -> Vec<Response> {
        let mut read = Vec::new();
        let Some(responses) = self.member(operation, "responses") else {
            self.report_nothing_known(operation, "the operation has no `responses`");
            return read;
        };
        if !self.expect_members(&responses, "`responses`") {
            return read;
        }
        if responses.entries().next().is_none() {
            self.report_nothing_known(&responses, "`responses` is empty");
        }
        if !self.spend_members(&responses) {
            return read;
        }
        for (key, node) in responses.entries() {
            if !self.is_other_extension(key, &node) {
                read.extend(self.response(context, operation, key, node));
            }
        }
        read.retain(|response| {
            let is_answer = !response.status.is_informational();
            if !is_answer {
                let place = self.key_place(&response.at);
                let message =
                    "a status from 100 to 199 comes before the answer, which is waited for";
                self.report(
                    Diagnostic::new(Code::Ignored, place, message)
                        .help("take it out: the client waits for the answer that follows"),
                );
            }
            is_answer
        });
        read
    }

    /// Whether the only answer is a change to another protocol, after which there is nothing that
    /// a client of HTTP could give: reported, as the operation is left out.
    pub(super) fn leaves_http(&mut self, operation: &Node<'a>) -> bool {
        let responses = operation.get("responses");
        let responses: Vec<_> = responses
            .into_iter()
            .flat_map(|all| all.entries())
            .collect();
        let statuses = || responses.iter().filter_map(|(key, _)| status(key));
        let is_answer = |status| Status::is_success(status) || status == Status::Any;
        let Some((_, switch)) = responses.iter().find(|(key, _)| *key == "101") else {
            return false;
        };
        if statuses().any(is_answer) {
            return false;
        }
        let place = self.key_place(&switch.at);
        let message =
            "the operation is left out: it goes on in another protocol, such as WebSocket";
        let help = "open the connection with a library for that protocol";
        self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        true
    }

    fn report_nothing_known(&mut self, node: &Node<'a>, what: &str) {
        let place = self.key_place(&node.at);
        let message =
            format!("{what}, so nothing is known of its answers: they are given as they come");
        let help = "write `responses: {'200': {description: …}}`, with what it answers";
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
    }

    fn response(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        key: &str,
        node: Node<'a>,
    ) -> Option<Response> {
        let Some(status) = status(key) else {
            let place = self.key_place(&node.at);
            let message = format!("`{}` is no status", key.escape_debug());
            let help = match meant(key) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => KEYS_OF_RESPONSES.to_owned(),
            };
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            return None;
        };
        let node = self.resolve(node)?;
        self.known_keys(&node, self.keys_of(v20::key::RESPONSE, KEYS));
        self.newer_keys(&node, Dialect::V32, &["summary"]);
        let own = self.response_object(&node)?;
        self.ignore(
            &node,
            "links",
            "links are not generated",
            "nothing needs to change: call the operation that a link leads to by its method",
        );
        let content = match self.member(&node, "content") {
            _ if self.is_v20() => self.v20_content(context, operation, status, &node),
            Some(content) => self.content(&content),
            None => Vec::new(),
        };
        let extension = node.get(EXTENSION);
        let code = self.places(extension.as_ref(), "code");
        let message = self.places(extension.as_ref(), "message");
        Some(Response {
            code,
            message,
            status,
            description: own.description,
            content,
            headers: self.response_headers(&node),
            at: node.at,
        })
    }

    /// The object without its children. What it means may be left unsaid.
    fn response_object(&mut self, node: &Node<'a>) -> Option<openapiv3::Response> {
        if !self.expect_mapping(node, "a response") {
            return None;
        }
        let mut own = node.members()?.clone();
        own.retain(|key, _| !key.starts_with("x-") && !CHILDREN.contains(&key.as_str()));
        if !own.contains_key("description") {
            let summary = self.text_member(node, "summary");
            let is_said = self.has_3_2() || summary.is_some();
            own.insert("description".to_owned(), summary.unwrap_or_default().into());
            if is_said {
                return self.parse_map(node, "a response", own);
            }
            let place = self.key_place(&node.at);
            let message = "the response has no `description`";
            let help = "say in a line when it comes: it stands in the documentation of the client";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        self.parse_map(node, "a response", own)
    }
}
