//! Responses (OpenAPI 3.0.3 §4.7.16, §4.7.17).

use super::{key::EXTENSION, node::Node, reader::Reader, status::status};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::Response,
};

impl<'a> Reader<'a> {
    pub(super) fn responses(&mut self, operation: &Node<'a>) -> Vec<Response> {
        let Some(responses) = self.member(operation, "responses") else {
            let place = self.key_place(&operation.at);
            let message = "the operation has no `responses`, so nothing is known of its answers";
            self.report(Diagnostic::new(Code::InvalidObject, place, message));
            return Vec::new();
        };
        if !self.expect_mapping(&responses, "`responses`") {
            return Vec::new();
        }
        let mut read = Vec::new();
        for (key, node) in responses.entries() {
            if !self.is_other_extension(key, &node) {
                read.extend(self.response(key, node));
            }
        }
        read
    }

    fn response(&mut self, key: &str, node: Node<'a>) -> Option<Response> {
        let Some(status) = status(key) else {
            let place = self.key_place(&node.at);
            let message = format!("`{}` is no status", key.escape_debug());
            let help =
                "a key of `responses` is a status like `404`, a class like `4XX`, or `default`";
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            return None;
        };
        let node = self.resolve(node)?;
        self.known_keys(
            &node,
            &[
                "description",
                "headers",
                "content",
                "links",
                "$ref",
                EXTENSION,
            ],
        );
        let own: openapiv3::Response =
            self.parse(&node, "a response", &["headers", "content", "links"])?;
        self.ignore(
            &node,
            "headers",
            "response headers have no types yet: read them with `headers()`",
        );
        let headers = node.get("headers").into_iter();
        for (_, header) in headers.flat_map(|headers| headers.entries()) {
            self.resolve(header);
        }
        self.ignore(&node, "links", "links are not generated");
        let content = self.member(&node, "content");
        let content = content.map(|content| self.content(&content));
        let body = content.and_then(|content| self.only_json(content));
        let extension = node.get(EXTENSION);
        let code = self.places(extension.as_ref(), "code");
        let message = self.places(extension.as_ref(), "message");
        Some(Response {
            code,
            message,
            at: node.at,
            status,
            description: own.description,
            body,
        })
    }
}
