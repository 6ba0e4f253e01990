//! The root.

use std::sync::Arc;

use super::{Example, Incoming, Operation, Schemas, SecurityScheme, Server};

/// One API, as one document describes it.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    /// The document's name, as the user knows it.
    pub file: Arc<str>,
    /// What the API is.
    pub info: Info,
    /// Where it is, in the order of the document.
    pub servers: Vec<Server>,
    /// How callers can say who they are, in the order of the document.
    pub schemes: Vec<SecurityScheme>,
    /// The types of its bodies and parameters.
    pub schemas: Schemas,
    /// What it can do, in the order of the document.
    pub operations: Vec<Operation>,
    /// What it sends by itself, in the order of the document.
    pub webhooks: Vec<Incoming>,
    /// The examples of bodies of its operations, in the order of those; none where nobody asked.
    pub examples: Vec<Example>,
}

/// What an API is (OpenAPI 3.0.3 §4.7.2).
#[derive(Debug, Clone, Default)]
pub(crate) struct Info {
    /// Its name.
    pub title: String,
    /// The version of the document.
    pub version: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
}
