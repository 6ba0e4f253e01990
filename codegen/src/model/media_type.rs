//! Representations of bodies.

use super::{SchemaId, Style};
use crate::{collection::Table, diagnostic::Origin};

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
    /// What is particular about properties of a form, or of parts, by name.
    pub encoding: Table<String, Encoding>,
}

impl MediaType {
    /// `type/subtype`, in lower case and without parameters.
    #[must_use]
    pub(crate) fn essence(&self) -> String {
        essence(&self.name)
    }

    /// Whether it names a range of media types: `*/*`, or all of a type such as `image/*`.
    #[must_use]
    pub(crate) fn is_range(&self) -> bool {
        self.essence().contains('*')
    }
}

fn essence(name: &str) -> String {
    let essence = name.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
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

/// What is particular about a property of a form, or of parts (OpenAPI 3.0.3 §4.7.15).
#[derive(Debug, Clone)]
pub(crate) struct Encoding {
    /// Where it stands.
    pub at: Origin,
    /// The content types that it may have; empty where nothing is said.
    pub content_types: Vec<ContentType>,
    /// How it is written like a query parameter, where the document says so.
    pub style: Option<EncodingStyle>,
    /// Headers of its part.
    pub headers: Vec<PartHeader>,
    /// What is particular about members of a form of its own, by name.
    pub within: Table<String, Encoding>,
}

/// A content type of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContentType {
    /// Its name as it is written.
    pub name: String,
    /// How it is written.
    pub representation: Representation,
}

impl ContentType {
    /// `type/subtype`, in lower case and without parameters.
    #[must_use]
    pub(crate) fn essence(&self) -> String {
        essence(&self.name)
    }
}

/// How a property is written like a query parameter (OpenAPI 3.0.4 §4.8.12.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EncodingStyle {
    /// The style.
    pub style: Style,
    /// Whether items and members have pairs of their own.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
}

/// A header of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartHeader {
    /// Its name.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// Its value, where the document knows it.
    pub value: Option<String>,
}
