//! How much composing may take.
//!
//! What is composed of compositions has the members of all of them, so that a chain of schemas asks
//! for members as many as its length squared.

use std::cell::Cell;

use super::Composer;
use crate::{
    diagnostic::{Code, Diagnostic, Place},
    model::{SchemaId, Shape},
};

/// Looks at parts of compositions, and copies of members, which count more for the memory they take.
const MOST_STEPS: usize = 4_000_000;
const STEPS_OF_A_MEMBER: usize = 4;
/// Words compared with a misspelt one.
const MOST_COMPARISONS: usize = 200_000;

/// What is left.
#[derive(Debug)]
pub(super) struct Effort {
    steps: Cell<usize>,
    comparisons: Cell<usize>,
}

impl Effort {
    pub(super) fn new() -> Self {
        Self {
            steps: Cell::new(MOST_STEPS),
            comparisons: Cell::new(MOST_COMPARISONS),
        }
    }

    /// Takes steps; `false` where there are none left.
    pub(super) fn take(&self, steps: usize) -> bool {
        self.steps.set(self.steps.get().saturating_sub(steps));
        self.steps.get() > 0
    }

    /// Takes what copying a shape costs.
    pub(super) fn copy(&self, shape: &Shape) -> bool {
        let members = match shape {
            Shape::Object(object) => object.properties.len() + object.required.len(),
            Shape::Choice(choice) => choice.members.len(),
            Shape::Text(text) => text.values.len(),
            _ => 0,
        };
        self.take(1 + members.saturating_mul(STEPS_OF_A_MEMBER))
    }

    /// Whether there is time for another suggestion among so many words.
    pub(super) fn suggests(&self, words: usize) -> bool {
        let left = self.comparisons.get().checked_sub(words);
        left.inspect(|left| self.comparisons.set(*left)).is_some()
    }
}

impl Composer<'_> {
    /// Reports compositions that were given up.
    pub(super) fn check_effort(&mut self) {
        if self.effort.take(0) {
            return;
        }
        let at = self.source.get(SchemaId::default()).at.clone();
        let message = "the compositions of this document have too many members to be worked out";
        let help = "write out what `allOf` stands for, or let fewer schemas extend one another";
        let diagnostic = Diagnostic::new(Code::LimitExceeded, Place::file(&at.file), message);
        self.report(diagnostic.help(help));
    }
}
