//! Where the API is.

use crate::diagnostic::Origin;

/// A server (OpenAPI 3.0.3 §4.7.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    /// Its URL, with `{variables}`.
    pub url: String,
    /// What it is called, in a word or two.
    pub name: Option<String>,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What may stand for the names in braces, in the order of the document.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server's URL (OpenAPI 3.0.3 §4.7.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ServerVariable {
    /// Where it stands.
    pub at: Origin,
    /// The name in braces.
    pub name: String,
    /// What stands there unless the caller says otherwise.
    pub default: String,
    /// What may stand there; empty where anything may.
    pub values: Vec<String>,
    /// What it is, in CommonMark.
    pub description: Option<String>,
}
