//! The responses of an operation, as the document has them.

use outspoken_codegen::source::Documents;
use serde_json::Value;

use super::{node::Node, rows::text};

/// A response of an operation.
#[derive(Debug)]
pub(super) struct Response<'d> {
    /// Its key: a status, a class of them, or `default`.
    pub(super) status: String,
    /// Its bodies, in the order of the document.
    pub(super) bodies: Vec<Body<'d>>,
}

/// One representation of a response.
#[derive(Debug)]
pub(super) struct Body<'d> {
    pub(super) content_type: String,
    pub(super) schema: Option<Node<'d>>,
    pub(super) examples: Vec<Node<'d>>,
}

impl Body<'_> {
    pub(super) fn is_json(&self) -> bool {
        let essence = self.content_type.split(';').next().unwrap_or_default();
        let essence = essence.trim().to_ascii_lowercase();
        essence.ends_with("/json") || essence.ends_with("+json") || essence == "*/*"
    }
}

/// The responses of an operation of `outspoken errors`; `None` where the document has no such operation.
#[must_use]
pub(super) fn responses<'d>(documents: &'d Documents, told: &Value) -> Option<Vec<Response<'d>>> {
    let root = Node::root(documents);
    let (method, path, id) = (
        text(told, "/method"),
        text(told, "/path"),
        text(told, "/id"),
    );
    let paths = root.get("paths")?.entries().into_iter();
    // What tells paths apart that are one is no part of them.
    let is_it = |key: &str| key == path || key.split(['#', '?']).next() == Some(path);
    let all = paths
        .filter(|(key, _)| is_it(key))
        .filter_map(|(key, item)| {
            let item = item.meant(documents);
            let more = || item.get("additionalOperations")?.get(method);
            let operation = item.get(&method.to_ascii_lowercase()).or_else(more)?;
            Some((key, operation.meant(documents)))
        });
    let all: Vec<_> = all.collect();
    let mut named = all.iter();
    let named = named.find(|(_, operation)| operation.text("operationId") == Some(id));
    let (_, operation) = named.or_else(|| all.iter().find(|(key, _)| *key == path))?;
    let all = operation.get("responses")?.meant(documents);
    let responses = all.entries().into_iter().map(|(status, response)| {
        let response = response.meant(documents);
        let bodies = match root.get("swagger") {
            Some(_) => old_body(&root, operation, &response).into_iter().collect(),
            None => bodies(documents, &response),
        };
        let status = match status {
            "default" => status.to_owned(),
            status => status.to_ascii_uppercase(),
        };
        Response { status, bodies }
    });
    Some(responses.collect())
}

fn bodies<'d>(documents: &'d Documents, response: &Node<'d>) -> Vec<Body<'d>> {
    let content = response.get("content");
    let content = content.map(|content| content.entries()).unwrap_or_default();
    let bodies = content.into_iter().map(|(name, media)| {
        let media = media.meant(documents);
        let schema = media.get("schema");
        let named = media.get("examples").map(|one| one.meant(documents));
        let named = named.iter().flat_map(|named| named.entries());
        let named = named.filter_map(|(_, one)| {
            let one = one.meant(documents);
            one.get("value").or_else(|| one.get("dataValue"))
        });
        let examples = named.chain(media.get("example")).collect();
        body(documents, name, schema, examples)
    });
    bodies.collect()
}

/// The body of a response of Swagger 2.0 (§5.2.12), if it has one.
fn old_body<'d>(root: &Node<'d>, operation: &Node<'d>, response: &Node<'d>) -> Option<Body<'d>> {
    let schema = response.get("schema")?;
    let produces = [operation, root].map(|node| node.items("produces"));
    let produces = produces.iter().find(|all| !all.is_empty());
    let names = produces.into_iter().flatten();
    let mut names = names.filter_map(|one| one.value.as_str());
    let first = names.clone().next();
    let json = names.find(|name| name.to_ascii_lowercase().contains("json"));
    let content_type = json.or(first).unwrap_or("application/json").to_owned();
    let examples = response
        .get("examples")
        .and_then(|all| all.get(&content_type));
    Some(Body {
        content_type,
        schema: Some(schema),
        examples: examples.into_iter().collect(),
    })
}

/// A body with its own examples, or with those of its schema.
fn body<'d>(
    documents: &'d Documents,
    content_type: &str,
    schema: Option<Node<'d>>,
    mut examples: Vec<Node<'d>>,
) -> Body<'d> {
    if let (true, Some(schema)) = (examples.is_empty(), schema.clone()) {
        let schema = schema.meant(documents);
        examples = schema.items("examples");
        examples.extend(schema.get("example"));
    }
    Body {
        content_type: content_type.to_owned(),
        schema,
        examples,
    }
}
