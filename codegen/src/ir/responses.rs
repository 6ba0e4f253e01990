//! How answers are read.

use super::{Predicate, Type};

/// The number of the variant that every error enum has.
pub(crate) const UNRECOGNIZED: usize = usize::MAX;

/// The table of an operation's responses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Responses {
    /// A 2xx that does not meet this is an error.
    pub success_when: Option<Predicate>,
    /// The declared errors.
    pub cases: Vec<Case>,
    /// The documented responses.
    pub documented: Vec<(Status, Reading)>,
    /// Where the API's code is.
    pub code: Vec<String>,
    /// Where the API's message is.
    pub message: Vec<String>,
}

/// A declared error.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// The position of its variant.
    pub variant: usize,
    /// The statuses under which it is looked for; one of them suffices.
    pub statuses: Vec<Status>,
    /// The condition.
    pub when: Option<Predicate>,
    /// The positions of the cases that give way to this one.
    pub over: Vec<usize>,
    /// Where the API's code is.
    pub code: Vec<String>,
    /// Where the API's message is.
    pub message: Vec<String>,
    /// Whether the same request may succeed later.
    pub retry: Option<bool>,
}

/// Statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// One status.
    Exact(u16),
    /// A class by its first digit.
    Range(u16),
    /// Any.
    Any,
}

/// How a documented response is read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reading {
    /// It is the output, of this type.
    Output(Type),
    /// It is an error.
    Error {
        /// The position of its variant, or [`UNRECOGNIZED`].
        variant: usize,
        /// Where the API's code is, where the response says so itself.
        code: Vec<String>,
        /// Where the API's message is, where the response says so itself.
        message: Vec<String>,
    },
}
