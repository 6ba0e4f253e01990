//! Representations of bodies.

use super::SchemaId;
use crate::diagnostic::Origin;

/// A documented representation of a body (OpenAPI 3.0.3 §4.7.14).
#[derive(Debug, Clone)]
pub(crate) struct MediaType {
    /// Where it stands.
    pub at: Origin,
    /// Its name as it is written, such as `application/json; charset=utf-8` or `image/*`.
    pub name: String,
    /// How it is written and read.
    pub representation: Representation,
    /// Its type; `None` where nothing is said about it.
    pub schema: Option<SchemaId>,
}

impl MediaType {
    /// Type and subtype, in lower case and without parameters.
    #[must_use]
    pub(crate) fn essence(&self) -> String {
        let essence = self.name.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    }

    /// Whether it stands for several media types, such as `image/*`.
    #[must_use]
    pub(crate) fn is_range(&self) -> bool {
        self.essence().ends_with("/*")
    }
}

/// How a body is written and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Representation {
    /// JSON (RFC 8259), under whatever name.
    Json,
    /// JSON texts, one a line or a record (RFC 7464).
    JsonSequence,
    /// Server-sent events.
    Events,
    /// Pairs as a form of HTML sends them: `application/x-www-form-urlencoded`.
    Form,
    /// Parts with headers of their own: `multipart/form-data` (RFC 7578).
    Multipart,
    /// Text.
    Text,
    /// XML: bytes to a client.
    Xml,
    /// Bytes, as they are: everything else, and every range.
    Bytes,
}
