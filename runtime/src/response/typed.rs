//! An operation's output, and what came with it.

use std::ops::{Deref, DerefMut};

use http::{HeaderMap, StatusCode, header::LOCATION};

use super::{Header, HeaderError};
use crate::schema::Wire;

/// What an operation gave: its output, to which this dereferences, with status and headers.
///
/// ```
/// use outspoken::Response;
///
/// let response = Response::new(http::StatusCode::OK, http::HeaderMap::new(), String::from("done"));
/// assert_eq!(response.len(), 4);
/// assert_eq!(response.status(), 200);
/// assert_eq!(response.into_inner(), "done");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    output: T,
}

impl<T> Response<T> {
    /// A response with this output.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, output: T) -> Self {
        Self {
            status,
            headers,
            output,
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

    /// A documented header; `None` where the answer does not have it.
    ///
    /// # Errors
    /// When its value is not of the documented type.
    pub fn header<H: Wire>(&self, header: Header<H>) -> Result<Option<H>, HeaderError> {
        header.read(&self.headers)
    }

    /// Where the answer points (`Location`, RFC 9110 §10.2.2), as it came: perhaps relative to the
    /// request's URL. Redirects are not followed.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }

    /// The output alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.output
    }

    /// Converts the output.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            status: self.status,
            headers: self.headers,
            output: convert(self.output),
        }
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.output
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.output
    }
}
