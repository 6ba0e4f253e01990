//! Answers.

use super::{MediaType, Mention, SchemaId, Status};
use crate::diagnostic::Origin;

/// A documented response (OpenAPI 3.0.3 §4.7.17).
#[derive(Debug, Clone)]
pub(crate) struct Response {
    /// Where it stands.
    pub at: Origin,
    /// The statuses it is for.
    pub status: Status,
    /// What it means, in CommonMark.
    pub description: String,
    /// The representations of its body, in the order of the document; empty where none is
    /// documented.
    pub content: Vec<MediaType>,
    /// Its headers, in the order of the document.
    pub headers: Vec<Header>,
    /// Where the API's code is in it, where the response says so itself.
    pub code: Vec<Mention>,
    /// Where the API's message is in it, where the response says so itself.
    pub message: Vec<Mention>,
}

/// A header that an answer has (OpenAPI 3.0.3 §4.7.21).
#[derive(Debug, Clone)]
pub(crate) struct Header {
    /// Where it stands.
    pub at: Origin,
    /// Its name.
    pub name: String,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its type; `None` where it is text of which nothing more is known.
    pub schema: Option<SchemaId>,
}
