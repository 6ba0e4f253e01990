//! Tests of the examples of a document.

use super::Type;

/// The tests of a package.
#[derive(Debug, Clone, Default)]
pub(crate) struct Examples {
    /// The name of the package that is tested, as paths begin with it.
    pub package: String,
    /// The tests, in the order of the document.
    pub tests: Vec<ExampleTest>,
    /// What they are about: a text of JSON each.
    pub data: Vec<String>,
}

/// A test of one example.
#[derive(Debug, Clone)]
pub(crate) struct ExampleTest {
    /// Its name.
    pub name: String,
    /// Why it is not run, where the document contradicts itself.
    pub ignored: Option<String>,
    /// The number of what it is about.
    pub data: usize,
    /// What the example is.
    pub of: ExampleOf,
}

/// What an example is.
#[derive(Debug, Clone)]
pub(crate) enum ExampleOf {
    /// A body that is sent, of this type.
    Request(Type),
    /// An answer of an operation.
    Answer(ExampleAnswer),
}

/// An answer of an operation.
#[derive(Debug, Clone)]
pub(crate) struct ExampleAnswer {
    /// The name of the operation's struct.
    pub operation: String,
    /// Its status.
    pub status: u16,
    /// Its content type.
    pub content_type: String,
    /// What it is read as.
    pub read: ExampleRead,
    /// Whether it may be an error by what is in it, whatever its status.
    pub may_fail: bool,
}

/// What an answer is read as.
#[derive(Debug, Clone)]
pub(crate) enum ExampleRead {
    /// The output.
    Output,
    /// A variant of an enum of outputs.
    Variant(String, String),
    /// A variant of an enum of errors: the first of these, unless a declared error fits.
    Error(String, Vec<String>),
    /// The same, where all that is told is that the body is kept.
    Kept(String, Vec<String>),
}
