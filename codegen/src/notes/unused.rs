//! What nothing uses.

use crate::diagnostic::Place;

/// A component schema that no operation and no webhook leads to, so that it has no type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unused {
    /// What the document calls it.
    pub document: String,
    /// Where it stands.
    pub place: Place,
}
