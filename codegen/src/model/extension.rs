//! What `x-outspoken` says of an operation's errors.

use super::{Mention, SchemaId, Status};
use crate::diagnostic::Origin;

/// The rules of one operation, merged from all levels.
#[derive(Debug, Clone, Default)]
pub(crate) struct ErrorRules {
    /// A 2xx whose body does not meet this is an error.
    pub success_when: Option<Predicate>,
    /// Where the API's code is, for errors that no case is for.
    pub code: Vec<Mention>,
    /// Where the API's message is, for errors that no case is for.
    pub message: Vec<Mention>,
    /// The declared errors: nearer levels first, each level in the order of the document.
    pub cases: Vec<Case>,
}

/// One declared error.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// Where it stands.
    pub at: Origin,
    /// The variant's name.
    pub variant: String,
    /// The statuses under which it is looked for; one of them suffices.
    pub statuses: Vec<Status>,
    /// The condition on the answer.
    pub when: Option<Predicate>,
    /// What its body is, where the case says so itself.
    pub schema: Option<SchemaId>,
    /// Where the API's code is.
    pub code: Vec<Mention>,
    /// Where the API's message is.
    pub message: Vec<Mention>,
    /// Whether the same request may succeed later.
    pub retry: Option<bool>,
    /// What it means, in CommonMark.
    pub description: Option<String>,
}

/// A condition on an answer. Pointers are RFC 6901; those in the condition of `Some` and `None`
/// start at the element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Predicate {
    /// `{at, equals}`
    Equals(Mention, Vec<Literal>),
    /// `{at, exists}`
    Exists(Mention, bool),
    /// `{at, empty}`
    Empty(Mention, bool),
    /// `{at, starts-with}`
    StartsWith(Mention, String),
    /// `{at, contains}`
    Contains(Mention, String),
    /// `{header, equals}`
    Header(String, String),
    /// `{some, where}`
    Some(Vec<Mention>, Box<Predicate>),
    /// `{none, where}`
    None(Vec<Mention>, Box<Predicate>),
    /// `{all}`
    All(Vec<Predicate>),
    /// `{any}`
    Any(Vec<Predicate>),
    /// `{not}`
    Not(Box<Predicate>),
}

/// A value that a condition compares with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A whole number that only fits without a sign.
    Unsigned(u64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    Text(String),
}

impl Literal {
    /// Whether the two are one value: types do not mix, and numbers compare by value.
    #[must_use]
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            // Equality of a whole number and a fraction: read as floating point, as the wire is.
            #[allow(clippy::cast_precision_loss)]
            (Self::Integer(whole), Self::Float(float))
            | (Self::Float(float), Self::Integer(whole)) => *whole as f64 == *float,
            (one, other) => one == other,
        }
    }
}
