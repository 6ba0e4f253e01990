//! What has no type.

use crate::diagnostic::Place;

/// A place whose values, or whose members' values, are any JSON.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Untyped {
    /// Where it stands.
    pub place: Place,
    /// Why no type is better.
    pub why: &'static str,
}
