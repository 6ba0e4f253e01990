//! What nothing uses.

use crate::diagnostic::Place;

/// A type that would be there if anything used it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unused {
    /// Its name.
    pub name: String,
    /// Where its schema stands.
    pub place: Place,
}
