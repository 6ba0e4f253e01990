//! How answers are read.

use super::{Predicate, Scalar};

/// The number of the variant that every error enum has.
pub(crate) const UNRECOGNIZED: usize = usize::MAX;

/// What the table of an operation's responses says of errors; the documented responses are part of
/// what it gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Responses {
    /// A 2xx that does not meet this is an error.
    pub success_when: Option<Predicate>,
    /// The declared errors.
    pub cases: Vec<Case>,
    /// Conditions under which a success of a status is the error that is documented for another.
    pub in_band: Vec<(Status, Predicate, Status)>,
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
    /// It is the output.
    Output {
        /// How its body is read.
        read: Read,
        /// What becomes of it.
        make: Make,
    },
    /// It is an error.
    Error {
        /// The position of its variant, or [`UNRECOGNIZED`].
        variant: usize,
        /// Which other variant it is, by what is in its body.
        by: Option<ByCode>,
        /// Where the API's code is, where the response says so itself.
        code: Vec<String>,
        /// Where the API's message is, where the response says so itself.
        message: Vec<String>,
    },
}

/// Variants by the value of one member.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ByCode {
    /// Where the member is.
    pub at: String,
    /// The values, each with the position of its variant.
    pub values: Vec<(Scalar, usize)>,
}

/// How the body of a success is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Read {
    /// Not at all.
    Nothing,
    /// As JSON.
    Json,
    /// As text.
    Text,
    /// As a text in JSON, or as it is: the answer says which.
    JsonOrText,
    /// As bytes.
    Bytes,
    /// As bytes that are handed on.
    Stream,
    /// As events whose data is JSON.
    Events,
    /// As events whose data is text.
    TextEvents,
    /// As JSON texts that follow each other.
    JsonLines,
}

impl Read {
    /// Whether it is read as it arrives.
    #[must_use]
    pub(crate) fn is_stream(self) -> bool {
        match self {
            Self::Stream | Self::Events | Self::TextEvents | Self::JsonLines => true,
            Self::Nothing | Self::Json | Self::Text | Self::JsonOrText | Self::Bytes => false,
        }
    }
}

/// What becomes of a body that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Make {
    /// It is the output.
    Plain,
    /// It is `Some`.
    Some,
    /// There is none: `None`.
    None,
    /// This variant of this enum holds it.
    Variant(String, String),
    /// There is none: this variant of this enum.
    Unit(String, String),
}
