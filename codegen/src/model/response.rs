//! Answers.

use super::{Mention, SchemaId, Status};
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
    /// Its body, if one is documented.
    pub body: Option<MediaType>,
    /// Where the API's code is in it, where the response says so itself.
    pub code: Vec<Mention>,
    /// Where the API's message is in it, where the response says so itself.
    pub message: Vec<Mention>,
}

/// A documented representation of a body (OpenAPI 3.0.3 §4.7.14).
#[derive(Debug, Clone)]
pub(crate) struct MediaType {
    /// Where it stands.
    pub at: Origin,
    /// Its name, such as `application/json`.
    pub name: String,
    /// Its type; `None` where nothing is said about it.
    pub schema: Option<SchemaId>,
}
