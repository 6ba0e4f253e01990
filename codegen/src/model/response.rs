//! Answers.

use super::{MediaType, Mention, Status};
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
