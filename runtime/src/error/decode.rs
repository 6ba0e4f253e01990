//! Errors of bodies that are not what is documented.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::text::one_line;

/// A body that is not what the API documents. Status, headers and body are kept.
#[derive(Clone)]
pub struct DecodeError {
    inner: Arc<Inner>,
}

struct Inner {
    reason: String,
    path: String,
    at: Option<(usize, usize)>,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl DecodeError {
    pub(crate) fn new(reason: &str, status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self::located(reason, String::new(), None, status, headers, body)
    }

    pub(crate) fn located(
        reason: &str,
        path: String,
        at: Option<(usize, usize)>,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                reason: one_line(reason),
                path,
                at,
                status,
                headers,
                body,
            }),
        }
    }

    /// What is wrong with the body.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.inner.reason
    }

    /// The fields that lead to the fault, as a JSON Pointer (RFC 6901) without array indices;
    /// empty where the fault is not in a known field.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.inner.path
    }

    /// Line and column of the fault in the body, from 1, where the body is text.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        self.inner.at
    }

    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.inner.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.inner.headers
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.inner.body
    }
}

impl DecodeError {
    /// Says what the body is not, and why.
    pub(super) fn show(&self, wanted: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the body of the {} answer is not {wanted}: {}",
            self.inner.status.as_u16(),
            self.inner.reason
        )?;
        if !self.inner.path.is_empty() {
            write!(f, " at `{}`", self.inner.path)?;
        }
        match self.inner.at {
            Some((line, column)) => write!(f, " (line {line}, column {column})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.show("what is documented", f)
    }
}

impl fmt::Debug for DecodeError {
    // The body stays out: it may be long, and may hold what must not show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("status", &self.inner.status)
            .field("reason", &self.inner.reason)
            .field("path", &self.inner.path)
            .field("at", &self.inner.at)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for DecodeError {}
