//! How much is read.
//!
//! What many refer to is read for each of them, so that a small document can ask for any amount of
//! work. It is bounded like the document itself: as if all that is read stood there in full.

use super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    source::Limits,
};

/// Steps that are left.
#[derive(Debug)]
pub(super) struct Work {
    /// Values to be read, and what takes as long.
    steps: usize,
    /// Words to be compared with a misspelt one.
    comparisons: usize,
    most_steps: usize,
}

/// Many times what a person's slips of the pen need, and about a second.
const MOST_COMPARISONS: usize = 200_000;
/// As much text as takes the time of a step.
const TEXT_OF_A_STEP: usize = 16;

impl Work {
    /// All values that there may be, and as many again by references.
    pub(super) fn new(limits: &Limits) -> Self {
        let most_steps = limits.nodes.saturating_mul(2);
        Self {
            steps: most_steps,
            comparisons: MOST_COMPARISONS,
            most_steps,
        }
    }

    /// Whether nothing is left.
    pub(super) fn is_done(&self) -> bool {
        self.steps == 0
    }
}

impl<'a> Reader<'a> {
    /// Counts values that are about to be read; `false` where that is too much, which is reported
    /// once. Nothing is reported after that, since what follows has not been read as it should be.
    pub(super) fn spend(&mut self, node: &Node<'_>, steps: usize) -> bool {
        if self.work.is_done() {
            return false;
        }
        if let Some(left) = self.work.steps.checked_sub(steps).filter(|left| *left > 0) {
            self.work.steps = left;
            return true;
        }
        let place = self.key_place(&node.at);
        let message = format!(
            "reading the document takes more than {} steps, and this is where they end",
            self.work.most_steps
        );
        let help = "a value takes a step, a schema some more, and what a `$ref` leads to takes them \
                    each time";
        self.report(Diagnostic::new(Code::LimitExceeded, place, message).help(help));
        self.work.steps = 0;
        false
    }

    /// Counts text that is about to be taken.
    pub(super) fn spend_text(&mut self, node: &Node<'_>, bytes: usize) -> bool {
        self.spend(node, 1 + bytes / TEXT_OF_A_STEP)
    }

    /// Counts the members of a mapping, with the text of their keys and of the pointers to them.
    pub(super) fn spend_members(&mut self, node: &Node<'_>) -> bool {
        let Some(members) = node.members() else {
            return self.spend(node, 1);
        };
        let way = node.at.pointer.as_str().len();
        let texts = members.keys().map(|key| (way + key.len()) / TEXT_OF_A_STEP);
        let texts: usize = texts.sum();
        self.spend(node, 1 + members.len() + texts)
    }

    /// Counts the elements of a list.
    pub(super) fn spend_items(&mut self, node: &Node<'_>) -> bool {
        let items = node.value.as_array().map_or(0, Vec::len);
        let way = node.at.pointer.as_str().len() / TEXT_OF_A_STEP;
        self.spend(node, 1 + items.saturating_mul(1 + way))
    }

    /// The candidate that is meant by a misspelt word, as long as there is time to look for it.
    pub(super) fn closest<'c>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        let left = &mut self.work.comparisons;
        let candidates = candidates.into_iter().take_while(|_| {
            let some = *left > 0;
            *left = left.saturating_sub(1);
            some
        });
        closest(word, candidates)
    }
}
