//! Request bodies.

use super::MediaType;
/// A request body (OpenAPI 3.0.3 §4.7.13).
#[derive(Debug, Clone)]
pub(crate) struct RequestBody {
    /// Whether it must be given.
    pub required: bool,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Its representation.
    pub content: MediaType,
}
