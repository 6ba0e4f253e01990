//! Conditions on an answer.

/// A condition on an answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Predicate {
    /// The value at the pointer is one of these.
    Equals(String, Vec<Scalar>),
    /// There is a value, or there is none.
    Exists(String, bool),
    /// There is nothing worth the name, or there is something.
    Empty(String, bool),
    /// The text starts with this.
    StartsWith(String, String),
    /// The text contains this.
    Contains(String, String),
    /// The header has this value.
    Header(String, String),
    /// An element of the arrays meets the condition.
    Some(Vec<String>, Box<Predicate>),
    /// No element of the arrays meets the condition.
    None(Vec<String>, Box<Predicate>),
    /// All hold.
    All(Vec<Predicate>),
    /// One holds.
    Any(Vec<Predicate>),
    /// It does not hold.
    Not(Box<Predicate>),
}

/// A value to compare with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    /// `null`
    Null,
    /// A boolean.
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
