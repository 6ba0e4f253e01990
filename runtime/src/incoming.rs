//! Requests that an API sends: webhooks and callbacks.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::{DecodeError, response, schema};

/// Why the body of a request that an API sent cannot be read. The body is kept.
///
/// ```
/// # use outspoken::IncomingError;
/// fn answer(error: &IncomingError) -> u16 {
///     eprintln!("{error}");
///     400
/// }
/// ```
#[derive(Clone)]
pub struct IncomingError {
    fault: DecodeError,
}

impl IncomingError {
    /// What is wrong with the body.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.fault.reason()
    }

    /// The fields that lead to the fault, as a JSON Pointer (RFC 6901) without array indices;
    /// empty where the fault is not in a known field.
    #[must_use]
    pub fn path(&self) -> &str {
        self.fault.path()
    }

    /// Line and column of the fault in the body, from 1, where the body is JSON.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        self.fault.line_column()
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.fault.body()
    }
}

impl fmt::Display for IncomingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the body of the request is not what is documented: {}",
            self.reason()
        )?;
        if !self.path().is_empty() {
            write!(f, " at `{}`", self.path())?;
        }
        match self.line_column() {
            Some((line, column)) => write!(f, " (line {line}, column {column})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for IncomingError {
    // The body stays out: it may be long, and may hold what must not show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IncomingError")
            .field("reason", &self.reason())
            .field("path", &self.path())
            .field("at", &self.line_column())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for IncomingError {}

/// Reads a body as JSON.
///
/// # Errors
/// When it is not what is documented.
#[doc(hidden)]
pub fn incoming<T: schema::Wire>(body: Bytes) -> Result<T, IncomingError> {
    let read = schema::from_json(StatusCode::OK, &HeaderMap::new(), &body);
    read.map_err(|fault| IncomingError { fault })
}

/// Reads a body as text in UTF-8.
///
/// # Errors
/// When it is no text.
#[doc(hidden)]
pub fn incoming_text(body: Bytes) -> Result<String, IncomingError> {
    let read = response::from_text(StatusCode::OK, &HeaderMap::new(), &body);
    read.map_err(|fault| IncomingError { fault })
}
