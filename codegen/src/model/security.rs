//! Who may call.

use crate::diagnostic::Origin;

/// One way in which callers say who they are (OpenAPI 3.0.3 §4.7.27).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SecurityScheme {
    /// Where it stands.
    pub at: Origin,
    /// Its name in the document.
    pub name: String,
    /// What it wants.
    pub kind: SchemeKind,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
}

/// What a security scheme wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SchemeKind {
    /// A token in `Authorization: Bearer` (RFC 6750).
    Bearer,
    /// A user name and a password in `Authorization: Basic` (RFC 7617).
    Basic,
    /// What another scheme of HTTP wants in `Authorization` (RFC 9110 §11).
    Http(String),
    /// A key in a header of this name.
    Header(String),
    /// A key in a parameter of the query.
    Query(String),
    /// A key in a cookie.
    Cookie(String),
    /// A certificate, which the transport shows.
    Certificate,
}

/// Schemes of which all are needed, by name. None at all means that no credential is needed.
pub(crate) type Requirement = Vec<String>;
