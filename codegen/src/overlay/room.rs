//! How much a document may become, and how much may be asked of it.

use serde_json::Value;

use super::{path::Steps, trace::Trace};
use crate::source::Limits;

/// What is left of what overlays may do. What they take out does not come back: a document that is
/// filled and emptied by turns would take any time.
#[derive(Debug)]
pub(super) struct Room {
    pub(super) steps: Steps,
    nodes: usize,
    bytes: usize,
    /// The bytes of the pointers to all values.
    ways: usize,
    depth: usize,
    /// How many values a path may select.
    pub(super) selected: usize,
}

/// How large a value is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) nodes: usize,
    bytes: usize,
    ways: usize,
    /// How deep it nests.
    pub(super) depth: usize,
}

/// A path may look at all values of a large document a few dozen times: a second or two.
const STEPS_OF_A_NODE: usize = 25;
const SELECTED_OF_NODES: usize = 10;
/// As much memory as so many values take.
const NODES_OF_A_TRACE: usize = 2;
/// What an index takes in a pointer, at least.
const DIGITS: usize = 2;

impl Size {
    pub(super) fn of(value: &Value) -> Self {
        let mut size = Self::default();
        size.add(value, 0);
        size
    }

    /// Values nest no deeper than a document may.
    fn add(&mut self, value: &Value, way: usize) -> usize {
        self.nodes += 1;
        self.ways += way;
        let depth = match value {
            Value::String(text) => {
                self.bytes += text.len();
                0
            }
            Value::Array(items) => {
                let below = items.iter().map(|item| self.add(item, way + DIGITS));
                below.max().unwrap_or_default() + 1
            }
            Value::Object(members) => {
                let below = members.iter().map(|(key, member)| {
                    self.bytes += key.len();
                    self.add(member, way + key.len() + 1)
                });
                below.max().unwrap_or_default() + 1
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        };
        self.depth = self.depth.max(depth);
        depth
    }
}

impl Room {
    /// What is left beside a document.
    pub(super) fn beside(document: &Value, limits: &Limits) -> Self {
        let Limits {
            bytes,
            depth,
            nodes,
            files: _,
        } = limits;
        let size = Size::of(document);
        Self {
            steps: Steps::new(nodes.saturating_mul(STEPS_OF_A_NODE)),
            nodes: nodes.saturating_sub(size.nodes),
            bytes: bytes.saturating_sub(size.bytes),
            ways: bytes.saturating_mul(2).saturating_sub(size.ways),
            depth: *depth,
            selected: (nodes / SELECTED_OF_NODES).max(1),
        }
    }

    /// What is to be known of one more value, which takes room itself: where that is at its end, so is all
    /// else.
    pub(super) fn trace(&mut self) -> Box<Trace> {
        match self.nodes.checked_sub(NODES_OF_A_TRACE) {
            Some(nodes) => self.nodes = nodes,
            None => {
                self.steps.take(usize::MAX);
            }
        }
        Box::default()
    }

    /// Takes room for a copy of a value, so many levels deep, with a pointer so long; `false` where
    /// there is none.
    pub(super) fn take(&mut self, size: Size, level: usize, way: usize) -> bool {
        let Size {
            nodes,
            bytes,
            ways,
            depth,
        } = size;
        let ways = nodes.saturating_mul(way).saturating_add(ways);
        let left = (
            self.nodes.checked_sub(nodes),
            self.bytes.checked_sub(bytes),
            self.ways.checked_sub(ways),
        );
        let (Some(nodes), Some(bytes), Some(ways)) = left else {
            return false;
        };
        (self.nodes, self.bytes, self.ways) = (nodes, bytes, ways);
        level.saturating_add(depth) <= self.depth
    }
}
