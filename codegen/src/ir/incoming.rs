//! Requests that the API sends.

use super::{Read, Type};

/// A function that reads the body of a request.
#[derive(Debug, Clone)]
pub(crate) struct Incoming {
    /// Its name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// How the body is read: as JSON or as text.
    pub read: Read,
    /// What it gives.
    pub ty: Type,
}
