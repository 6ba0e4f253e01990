//! An overlay as data (Overlay 1.1.0, Overlay Object and Action Object).

use serde_json::Value;

use super::path::Query;
use crate::diagnostic::Origin;

/// The version that an overlay is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V10,
    V11,
}

/// An overlay without its faulty actions.
#[derive(Debug)]
pub(super) struct Overlay {
    pub(super) version: Version,
    pub(super) actions: Vec<Action>,
}

/// What is to be done, and to what.
#[derive(Debug)]
pub(super) struct Action {
    pub(super) at: Origin,
    pub(super) target: Path,
    pub(super) modifier: Modifier,
}

/// A path, as it is written and as it is meant.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) text: String,
    pub(super) query: Query,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum Modifier {
    Update(Value),
    Copy(Path),
    Remove,
}

impl Action {
    /// Where the key stands that says what is to be done.
    pub(super) fn modifier_at(&self) -> Origin {
        self.at.child(match self.modifier {
            Modifier::Update(_) => "update",
            Modifier::Copy(_) => "copy",
            Modifier::Remove => "remove",
        })
    }
}
