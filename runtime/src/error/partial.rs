//! What had arrived of an answer that did not arrive whole.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

/// The head of an answer, and as much of its body as had arrived.
#[derive(Clone, PartialEq, Eq)]
pub struct Partial {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Partial {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self {
            status,
            headers,
            body,
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

    /// The beginning of the body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl fmt::Debug for Partial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Partial({}, {} bytes)", self.status, self.body.len())
    }
}
