//! An answer before its meaning is known.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::Body;

/// An answer as it came: status, headers, and a body that is in memory or still arriving.
///
/// ```
/// use outspoken::RawResponse;
///
/// let raw = RawResponse::new(http::StatusCode::OK, http::HeaderMap::new(), "{}");
/// assert_eq!(raw.json(), Some(serde_json::json!({})));
/// ```
pub struct RawResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    stream: Option<Body>,
}

impl RawResponse {
    /// An answer whose body is in memory.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            headers,
            body: body.into(),
            stream: None,
        }
    }

    /// An answer whose body is still arriving: [`body`](Self::body) is empty.
    #[must_use]
    pub fn streamed(status: StatusCode, headers: HeaderMap, stream: Body) -> Self {
        Self {
            status,
            headers,
            body: Bytes::new(),
            stream: Some(stream),
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON if it is JSON, whatever the content type says.
    #[must_use]
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(crate::schema::without_bom(&self.body)).ok()
    }

    /// Moves out the body that is still arriving.
    pub fn take_stream(&mut self) -> Option<Body> {
        self.stream.take()
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawResponse({}, {} bytes)", self.status, self.body.len())
    }
}
