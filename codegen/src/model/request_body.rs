//! Request bodies.

use super::MediaType;
use crate::diagnostic::Origin;

/// A request body (OpenAPI 3.0.3 §4.7.13).
#[derive(Debug, Clone)]
pub(crate) struct RequestBody {
    /// Where it stands: operations may share one.
    pub at: Origin,
    /// Whether it must be given; `None` where nothing is said about it.
    pub required: Option<bool>,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Its representations, in the order of the document: at least one.
    pub content: Vec<MediaType>,
}
