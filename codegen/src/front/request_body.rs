//! Request bodies (OpenAPI 3.0.3 §4.7.13).

use serde_json::json;

use super::{context::Context, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Method, RequestBody},
};

impl<'a> Reader<'a> {
    /// The body of an operation, if one is documented that can be generated.
    pub(super) fn request_body(
        &mut self,
        context: &Context<'_, 'a>,
        method: &Method,
        operation: &Node<'a>,
    ) -> Option<RequestBody> {
        if self.is_v20() {
            return self.v20_request_body(context, method, operation);
        }
        let written = operation.get("requestBody")?;
        let node = self.resolve(written.clone())?;
        self.known_keys(&node, &["description", "content", "required"]);
        if !self.expect_mapping(&node, "a request body") {
            return None;
        }
        let mut own = node.members()?.clone();
        own.retain(|key, _| !key.starts_with("x-"));
        own.insert("content".to_owned(), json!({}));
        let own: openapiv3::RequestBody = self.parse_map(&node, "a request body", own)?;
        let Some(content) = self.member(&node, "content") else {
            let place = self.key_place(&node.at);
            let message = "the request body has no `content`, so nothing is known of it";
            let help = "add `content: {application/json: {schema: …}}`";
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            return None;
        };
        if matches!(method, Method::Get | Method::Head | Method::Delete) {
            let place = self.key_place(&written.at);
            let message = format!(
                "the body of a {} request has no meaning in HTTP",
                method.as_str()
            );
            let help = "it is sent all the same; if the server refuses it, take `requestBody` out";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
        let content = self.content(&content);
        if content.is_empty() {
            return None;
        }
        Some(RequestBody {
            required: node.get("required").map(|_| own.required),
            description: own.description,
            content,
            at: node.at,
        })
    }
}
