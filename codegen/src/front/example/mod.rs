//! Examples of bodies (OpenAPI 3.0.3 §4.7.14, §4.7.19): read only where they are asked for.
//!
//! A body has those of its media type, else those of its schema; where neither has any, one is put
//! together from the examples of its members.

mod assemble;
mod media;
mod schema;

use std::sync::Arc;

use serde_json::Value;

use super::{node::Node, reader::Reader};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Origin},
    model::{Example, MediaType, Operation, Representation, SchemaId, Shown},
};

/// Many times what the largest document has. Each becomes a test.
const MOST: usize = 50_000;

/// A value that is shown, and what the document calls it.
struct Found<'a> {
    name: String,
    node: Node<'a>,
}

/// What is shown already: many bodies share it.
#[derive(Default)]
struct Seen {
    shown: Table<Origin, Arc<Shown>>,
    /// What was put together for a schema in requests, or in answers; `None` where nothing was.
    made: Table<(SchemaId, bool), Option<Arc<Shown>>>,
}

/// A body whose examples are looked for.
#[derive(Clone, Copy)]
struct Body<'m> {
    operation: usize,
    response: Option<usize>,
    content: usize,
    media_type: &'m MediaType,
}

impl<'a> Reader<'a> {
    /// The examples of all bodies, in the order of the operations.
    pub(super) fn examples(&mut self, operations: &[Operation]) -> Vec<Example> {
        let mut seen = Seen::default();
        let mut examples = Vec::new();
        for (number, operation) in operations.iter().enumerate() {
            let request = operation.body.iter().map(|body| (None, &body.content));
            let responses = operation.responses.iter().enumerate();
            let responses = responses.map(|(number, one)| (Some(number), &one.content));
            for (response, content) in request.chain(responses) {
                for (index, media_type) in content.iter().enumerate() {
                    let body = Body {
                        operation: number,
                        response,
                        content: index,
                        media_type,
                    };
                    self.examples_of(body, &mut seen, &mut examples);
                    if examples.len() > MOST {
                        self.report_many(&media_type.at);
                        examples.truncate(MOST);
                        return examples;
                    }
                }
            }
        }
        examples
    }

    fn examples_of(&mut self, body: Body<'_>, seen: &mut Seen, examples: &mut Vec<Example>) {
        let Body {
            operation,
            response,
            content,
            media_type,
        } = body;
        let example = |name, shown| Example {
            operation,
            response,
            content,
            schema: media_type.schema,
            name,
            shown,
        };
        let mut found = self.media_examples(media_type);
        if let (true, Some(schema)) = (found.is_empty(), media_type.schema) {
            found = self.schema_examples(schema);
        }
        let is_empty = found.is_empty();
        for Found { name, node } in found {
            let shown = self.shown(node, seen);
            examples.extend(shown.map(|shown| example(name, shown)));
        }
        let has_members = matches!(
            media_type.representation,
            Representation::Json | Representation::Form
        );
        if let (true, true, Some(schema)) = (is_empty, has_members, media_type.schema) {
            let made = self.assembled(schema, response.is_none(), seen);
            examples.extend(made.map(|shown| example(String::new(), shown)));
        }
    }

    /// A value that stands in the document: it is taken once, however many bodies have it.
    fn shown(&mut self, node: Node<'a>, seen: &mut Seen) -> Option<Arc<Shown>> {
        if let Some(shown) = seen.shown.get(&node.at) {
            return Some(Arc::clone(shown));
        }
        if !self.spend(&node, size(node.value)) {
            return None;
        }
        let shown = Arc::new(Shown {
            at: node.at.clone(),
            value: node.value.clone(),
            pieces: Vec::new(),
        });
        seen.shown.insert(node.at, Arc::clone(&shown));
        Some(shown)
    }

    /// What stands at a place of which the model knows.
    fn node_at(&self, at: &Origin) -> Option<Node<'a>> {
        let value = self.documents.get(&at.file)?.get(&at.pointer)?;
        Some(Node {
            value,
            at: at.clone(),
        })
    }

    fn report_many(&mut self, at: &Origin) {
        let message = format!("the document has more than {MOST} examples");
        let help = "generate without tests, or split the document into several";
        self.report(Diagnostic::new(Code::LimitExceeded, at.key(), message).help(help));
    }

    /// Reports an example that becomes no test.
    fn skip(&mut self, at: &Origin, why: &str, help: &str) {
        self.report(Diagnostic::new(Code::Ignored, at.key(), why).help(help));
    }
}

/// How many values there are in one, itself included.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(size).sum::<usize>() + 1,
        Value::Object(members) => members.values().map(size).sum::<usize>() + 1,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}
