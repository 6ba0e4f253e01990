//! Operations (OpenAPI 3.0.3 §4.7.10).

use super::{context::Context, key::EXTENSION, node::Node, reader::Reader, template, v20};
use crate::model::{Method, Operation};

impl<'a> Reader<'a> {
    pub(super) fn operation(
        &mut self,
        context: &Context<'_, 'a>,
        method: Method,
        node: Node<'a>,
    ) -> Option<Operation> {
        let node = self.resolve(node)?;
        self.known_keys(&node, self.keys_of(v20::key::OPERATION, KEYS));
        let own = self.operation_object(&node)?;
        if self.leaves_http(&node) {
            return None;
        }
        let servers = self.own_servers(context, &node);
        let body = self.request_body(context, &method, &node);
        let callbacks = self.callbacks(&node);
        let parameters = self.parameters(context, &node);
        let responses = self.responses(context, &node);
        let security = self.security(context.root, &node, context.schemes);
        let rules = self.error_rules(context, &node);
        Some(Operation {
            at: node.at,
            id: own.operation_id.filter(|id| !id.is_empty()),
            method,
            path: context.path.to_owned(),
            template: template::without_parameters(context.template, &parameters),
            tags: own.tags,
            summary: own.summary.or_else(|| self.inherited(context, "summary")),
            description: own
                .description
                .or_else(|| self.inherited(context, "description")),
            deprecated: own.deprecated,
            parameters,
            body,
            callbacks,
            responses,
            servers,
            security,
            rules,
        })
    }

    /// What the path item says for all its operations.
    fn inherited(&mut self, context: &Context<'_, 'a>, key: &str) -> Option<String> {
        let text = context.item.text(key)?;
        let fits = self.spend_text(context.item, text.len());
        fits.then(|| text.to_owned())
    }

    /// The object without its children; its responses are missed where they are read.
    pub(super) fn operation_object(&mut self, node: &Node<'a>) -> Option<openapiv3::Operation> {
        if !self.expect_mapping(node, "an operation") {
            return None;
        }
        let mut own = node.members()?.clone();
        own.retain(|key, _| !key.starts_with("x-") && !CHILDREN.contains(&key.as_str()));
        own.insert("responses".to_owned(), serde_json::json!({}));
        self.parse_map(node, "an operation", own)
    }
}

/// Members that are read on their own.
const CHILDREN: &[&str] = &[
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "security",
    "servers",
    "externalDocs",
    "consumes",
    "produces",
    "schemes",
];

/// The keys of an operation.
pub(super) const KEYS: &[&str] = &[
    EXTENSION,
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "deprecated",
    "security",
    "servers",
];
