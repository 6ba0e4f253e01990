//! What types have beside what all of them have.

/// What the user wants a type to have.
#[derive(Debug, Clone, Default)]
pub(crate) struct Extras {
    /// Macros that derive something: names of the standard ones, and paths from the crate on.
    pub derives: Vec<String>,
    /// Whether it may get members without breaking anyone.
    pub non_exhaustive: bool,
}
