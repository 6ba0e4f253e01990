//! Error enums.

use super::Type;

/// The errors of an operation. `Unrecognized` is not listed: every enum has it.
#[derive(Debug, Clone)]
pub(crate) struct ErrorEnum {
    /// Its name.
    pub name: String,
    /// The client's method whose errors they are.
    pub method: String,
    /// Its variants; a table refers to them by position.
    pub variants: Vec<Variant>,
    /// The type of the body of what only `default` documents, which is `Unrecognized`; `None` where the
    /// document does not say.
    pub default: Option<Type>,
    /// The enum that it is another name of, where several operations have the same errors.
    pub shared: Option<String>,
}

/// An enum that several operations have.
#[derive(Debug, Clone)]
pub(crate) struct SharedErrors {
    /// Its name.
    pub name: String,
    /// Its variants.
    pub variants: Vec<Variant>,
}

/// One error.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Variant {
    /// Its name.
    pub name: String,
    /// The method that asks for it.
    pub is: String,
    /// Its documentation, line by line; none where what it means is all.
    pub docs: Vec<String>,
    /// What it means, in a line.
    pub meaning: String,
    /// The type of its body; `None` where the document does not say.
    pub payload: Option<Type>,
}
