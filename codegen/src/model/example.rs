//! Examples of bodies.

use std::sync::Arc;

use serde_json::Value;

use super::SchemaId;
use crate::diagnostic::{Origin, Pointer};

/// An example of a body of an operation.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    /// The number of the operation.
    pub operation: usize,
    /// The number of its response, or `None` for its request.
    pub response: Option<usize>,
    /// The number of the representation.
    pub content: usize,
    /// The type of the representation.
    pub schema: Option<SchemaId>,
    /// What the document calls it; empty where it has no name.
    pub name: String,
    /// What is shown: bodies may share it.
    pub shown: Arc<Shown>,
}

/// A value that is shown.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// Where it stands; for one put together, the schema that it was put together for.
    pub at: Origin,
    /// The value.
    pub value: Value,
    /// The examples that it was put together from, each with its place in the value. None where it
    /// stands in the document as it is.
    pub pieces: Vec<(Pointer, Origin)>,
}

impl Shown {
    /// Where a part of the value stands in the document.
    #[must_use]
    pub(crate) fn origin(&self, part: &Pointer) -> Origin {
        let within = |(at, _): &&(Pointer, Origin)| {
            let rest = part.as_str().strip_prefix(at.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let piece = self.pieces.iter().filter(within);
        let piece = piece.max_by_key(|(at, _)| at.as_str().len());
        let (start, from) = match piece {
            Some((at, origin)) => (at.tokens().count(), origin),
            // What was made up for a schema stands nowhere: the schema does.
            None if !self.pieces.is_empty() => return self.at.clone(),
            None => (0, &self.at),
        };
        let tokens = part.tokens().skip(start);
        tokens.fold(from.clone(), |at, token| at.child(&token))
    }
}
