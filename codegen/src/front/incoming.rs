//! Webhooks (OpenAPI 3.1.0 §4.8.1) and callbacks (OpenAPI 3.0.3 §4.7.18): requests that the API
//! sends.

use super::{key::EXTENSION, node::Node, operation, path, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Header, Incoming, Method},
};

impl<'a> Reader<'a> {
    /// The webhooks of the document.
    pub(super) fn webhooks(&mut self, root: &Node<'a>) -> Vec<Incoming> {
        let mut all = Vec::new();
        for (name, item) in self.mapping(root, "webhooks") {
            if self.takes_some_of_webhook(name, &item) {
                self.incoming_item(name, true, item, &mut all);
            }
        }
        all
    }

    /// The callbacks of an operation.
    pub(super) fn callbacks(&mut self, operation: &Node<'a>) -> Vec<Incoming> {
        let mut all = Vec::new();
        for (name, node) in self.mapping(operation, "callbacks") {
            let callback = self.resolve(node);
            let Some(callback) = callback.filter(|one| self.expect_mapping(one, "a callback"))
            else {
                continue;
            };
            for (expression, item) in callback.entries() {
                if !self.is_other_extension(expression, &item) {
                    self.incoming_item(name, false, item, &mut all);
                }
            }
        }
        all
    }

    /// What a path item has. A callback is selected with its operation.
    fn incoming_item(
        &mut self,
        name: &str,
        is_webhook: bool,
        node: Node<'a>,
        all: &mut Vec<Incoming>,
    ) {
        let item = self.resolve(node);
        let Some(item) = item.filter(|item| self.expect_mapping(item, "a path item")) else {
            return;
        };
        self.known_keys(&item, &without_extension(path::KEYS));
        for (method, operation) in self.methods(&item) {
            if !is_webhook || self.takes_webhook(name, method.as_str(), &operation) {
                all.extend(self.incoming(name, method, &item, operation));
            }
        }
    }

    fn incoming(
        &mut self,
        name: &str,
        method: Method,
        item: &Node<'a>,
        node: Node<'a>,
    ) -> Option<Incoming> {
        let node = self.resolve(node)?;
        self.known_keys(&node, &without_extension(operation::KEYS));
        let own = self.operation_object(&node)?;
        let body = self.member(&node, "requestBody");
        let body = body.filter(|body| self.expect_mapping(body, "a request body"));
        let content = body.and_then(|body| self.member(&body, "content"));
        let mut headers = self.incoming_headers(item);
        headers.extend(self.incoming_headers(&node));
        Some(Incoming {
            id: own.operation_id.filter(|id| !id.is_empty()),
            name: name.to_owned(),
            method,
            summary: own.summary,
            description: own.description,
            deprecated: own.deprecated,
            content: content.map_or_else(Vec::new, |content| self.content(&content)),
            headers,
            at: node.at,
        })
    }

    /// The parameters that are headers: of the others only whoever gets the request knows the place.
    fn incoming_headers(&mut self, node: &Node<'a>) -> Vec<Header> {
        let mut headers = Vec::new();
        for parameter in self.list(node, "parameters") {
            let Some(parameter) = self.resolve(parameter) else {
                continue;
            };
            match (parameter.text("in"), parameter.text("name")) {
                (Some("header"), Some(name)) => headers.extend(self.header(name, parameter)),
                _ => {
                    let place = self.key_place(&parameter.at);
                    let message =
                        "of a request that the API sends, body and headers are read alone";
                    self.report(
                        Diagnostic::new(Code::Ignored, place, message)
                            .help("nothing needs to change: read those from the request itself"),
                    );
                }
            }
        }
        headers
    }
}

fn without_extension(keys: &[&'static str]) -> Vec<&'static str> {
    let keys = keys.iter().filter(|key| **key != EXTENSION);
    keys.copied().collect()
}
