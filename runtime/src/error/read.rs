//! Bodies of errors that are not of the type that was asked for.

use std::fmt;

use super::DecodeError;

/// Why the body of an error is not of the type that [`ApiError::read`](crate::ApiError::read) was asked
/// for.
///
/// It is no [`Error`](crate::Error), and `?` makes none of it: what the API said is in the error whose body
/// this is.
#[derive(Clone, Debug)]
pub struct ReadError(pub(super) DecodeError);

impl ReadError {
    /// What is wrong with the body.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.0.reason()
    }

    /// The fields that lead to the fault, as a JSON Pointer (RFC 6901) without array indices;
    /// empty where the fault is not in a known field.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// Line and column of the fault in the body, from 1, where the body is text.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        self.0.line_column()
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show("of this type", f)
    }
}

impl std::error::Error for ReadError {}
