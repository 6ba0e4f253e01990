//! Requests that the API sends.

use super::{Header, MediaType, Method};
use crate::diagnostic::Origin;

/// A request that the API sends: a webhook (OpenAPI 3.1.0 §4.8.1), or a callback of an operation
/// (OpenAPI 3.0.3 §4.7.18).
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    /// Where it stands.
    pub at: Origin,
    /// Its `operationId`, if it has one.
    pub id: Option<String>,
    /// The key of the webhook or the callback.
    pub name: String,
    /// Its HTTP method.
    pub method: Method,
    /// What it says, in a line.
    pub summary: Option<String>,
    /// What it says, in CommonMark.
    pub description: Option<String>,
    /// Whether it should not be relied on any more.
    pub deprecated: bool,
    /// The representations of its body, in the order of the document.
    pub content: Vec<MediaType>,
    /// Its headers, in the order of the document.
    pub headers: Vec<Header>,
}
