//! What is fixed about an API.

/// What a document says of its API as a whole.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Api {
    /// The URL template of the first server; empty where there is none that can be used.
    pub server: &'static str,
    /// The variables of that template.
    pub variables: &'static [Variable],
}

/// A server variable (OpenAPI 3.0.3 §4.7.6).
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: &'static str,
    pub default: &'static str,
    /// The values that the document allows; empty where it allows any.
    pub values: &'static [&'static str],
}
