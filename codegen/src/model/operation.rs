//! What the API can do.

use super::{ErrorRules, Incoming, Parameter, RequestBody, Requirement, Response, Server};
use crate::diagnostic::Origin;

/// An operation (OpenAPI 3.0.3 §4.7.10).
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// Where it stands.
    pub at: Origin,
    /// Its `operationId`, if it has one.
    pub id: Option<String>,
    /// Its HTTP method.
    pub method: Method,
    /// Its path, as the document has it.
    pub path: String,
    /// What of its path is sent: a template, and what stands in it of a query.
    pub template: String,
    /// The groups that it is in, in the order of the document.
    pub tags: Vec<String>,
    /// What it does, in a line.
    pub summary: Option<String>,
    /// What it does, in CommonMark.
    pub description: Option<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its parameters, those of its path item included: first those of the path in the order of
    /// the template, then the others in the order of the document.
    pub parameters: Vec<Parameter>,
    /// Its body, if one is documented.
    pub body: Option<RequestBody>,
    /// What the API sends because of it, in the order of the document.
    pub callbacks: Vec<Incoming>,
    /// Its documented responses, in the order of the document.
    pub responses: Vec<Response>,
    /// Its own servers, or its path's; none where the API's are meant.
    pub servers: Vec<Server>,
    /// Requirements of which one must be met; none at all means that there is no security.
    pub security: Vec<Requirement>,
    /// What `x-outspoken` says of its errors, on all levels.
    pub rules: ErrorRules,
}

/// An HTTP method (RFC 9110 §9).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
    /// `QUERY`: safe and idempotent as a GET is, and with a body.
    Query,
    /// Any other, as it is sent: a token, in which case matters.
    Other(String),
}

impl Method {
    /// The methods that a path item has keys for (OpenAPI 3.2.0 §4.9), with these.
    pub(crate) const WITH_KEYS: [(&'static str, Self); 9] = [
        ("get", Self::Get),
        ("put", Self::Put),
        ("post", Self::Post),
        ("delete", Self::Delete),
        ("options", Self::Options),
        ("head", Self::Head),
        ("patch", Self::Patch),
        ("trace", Self::Trace),
        ("query", Self::Query),
    ];

    /// The method as it is sent.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
        }
    }
}
