//! Which values of a tree are meant.

use std::{collections::BTreeMap, rc::Rc};

use serde_json::Value;

use super::path::Way;
use crate::diagnostic::Pointer;

/// The way from the root to a value: positions, from the last on.
#[derive(Debug, Clone, Default)]
pub(super) struct Trail(Option<Rc<(Trail, usize)>>);

impl Way for Trail {
    fn child(&self, position: usize) -> Self {
        Self(Some(Rc::new((self.clone(), position))))
    }
}

impl Trail {
    fn positions(&self) -> Vec<usize> {
        let mut positions = Vec::new();
        let mut here = self;
        while let Some(step) = &here.0 {
            let (before, position) = &**step;
            positions.push(*position);
            here = before;
        }
        positions.reverse();
        positions
    }

    /// The pointer to what it leads to.
    pub(super) fn pointer(&self, root: &Value) -> Pointer {
        let mut pointer = Pointer::root();
        let mut here = root;
        for position in self.positions() {
            let next = match here {
                Value::Object(members) => {
                    let member = members.iter().nth(position);
                    member.map(|(key, value)| (pointer.child(key), value))
                }
                Value::Array(items) => {
                    let item = items.get(position);
                    item.map(|item| (pointer.index(position), item))
                }
                _ => None,
            };
            let Some((at, value)) = next else { break };
            (pointer, here) = (at, value);
        }
        pointer
    }
}

/// The values that are meant, each once, as a tree of positions.
#[derive(Debug, Default)]
pub(super) struct Picked {
    pub(super) is_meant: bool,
    pub(super) below: BTreeMap<usize, Picked>,
}

impl Picked {
    /// Adds what a trail leads to; `false` where it is there already.
    pub(super) fn add(&mut self, trail: &Trail) -> bool {
        let mut here = self;
        for position in trail.positions() {
            here = here.below.entry(position).or_default();
        }
        !std::mem::replace(&mut here.is_meant, true)
    }
}
