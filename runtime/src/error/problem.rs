//! Problem details (RFC 9457).

use http::{HeaderMap, header::CONTENT_TYPE};
use serde_json::{Map, Value};

use crate::schema::without_bom;

/// The body of an `application/problem+json` answer (RFC 9457 §3.1).
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// A URI reference that names the type of the problem; `about:blank` where there is none.
    pub type_uri: String,
    /// A short summary of the type of the problem.
    pub title: Option<String>,
    /// The status that the origin server meant.
    pub status: Option<u16>,
    /// What went wrong this time.
    pub detail: Option<String>,
    /// A URI reference that names this occurrence.
    pub instance: Option<String>,
    /// All other members.
    pub extensions: Map<String, Value>,
}

/// Whether an answer says that it is a problem.
pub(crate) fn is_problem(headers: &HeaderMap) -> bool {
    let name = headers
        .get(CONTENT_TYPE)
        .and_then(|name| name.to_str().ok());
    let essence = name.and_then(|name| name.split(';').next());
    essence.is_some_and(|name| name.trim().eq_ignore_ascii_case("application/problem+json"))
}

impl Problem {
    /// Reads an answer that says it is a problem. Members of the wrong type are ignored
    /// (RFC 9457 §3.1).
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        if !is_problem(headers) {
            return None;
        }
        let mut members: Map<String, Value> = serde_json::from_slice(without_bom(body)).ok()?;
        let mut text = |name: &str| match members.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        Some(Self {
            type_uri: text("type").unwrap_or_else(|| "about:blank".to_owned()),
            title: text("title"),
            detail: text("detail"),
            instance: text("instance"),
            status: members
                .remove("status")
                .and_then(|status| u16::try_from(status.as_u64()?).ok()),
            extensions: members,
        })
    }
}
