//! How large a client may become.
//!
//! What many refer to is written out for each of them, so that a small document can ask for any
//! amount of code. It is bounded while it is planned: code takes far more memory than its plan.

use std::cell::Cell;

use super::{doc, types::Types};
use crate::diagnostic::{Code, Diagnostic, Origin};

/// Nearly ten times the lines of the largest client known, and room for ten thousand operations.
const MOST_LINES: usize = 600_000;
/// Steps of comparing conditions: some seconds.
const MOST_COMPARISONS: u64 = 100_000_000;
/// The bytes of a long line.
const LINE: usize = 100;

/// The lines that texts take, where they are written out so many times.
pub(super) fn lines<'t>(texts: impl IntoIterator<Item = &'t str>, times: usize) -> usize {
    let bytes: usize = texts.into_iter().map(str::len).sum();
    bytes.saturating_mul(times) / LINE
}

/// What is left.
#[derive(Debug)]
pub(super) struct Room {
    lines: usize,
    comparisons: Cell<u64>,
}

impl Room {
    /// Room for the largest client.
    pub(super) fn new() -> Self {
        Self {
            lines: MOST_LINES,
            comparisons: Cell::new(MOST_COMPARISONS),
        }
    }

    /// Whether the client is too large already.
    pub(super) fn is_full(&self) -> bool {
        self.lines == 0
    }

    /// Steps of comparing that are left, of those that may be taken in all.
    pub(super) fn comparisons(&self) -> &Cell<u64> {
        &self.comparisons
    }
}

impl Types<'_> {
    /// Takes room for so many lines of code; `false` where there is none, which is reported once.
    pub(super) fn take(&mut self, at: &Origin, lines: usize) -> bool {
        if self.room.is_full() {
            return false;
        }
        if let Some(left) = self.room.lines.checked_sub(lines).filter(|left| *left > 0) {
            self.room.lines = left;
            return true;
        }
        self.room.lines = 0;
        let place = self.key_place(at);
        let message = format!("the client would have more than {MOST_LINES} lines");
        let help =
            "what a `$ref` leads to is written out each time: split the document into several";
        self.report(Diagnostic::new(Code::LimitExceeded, place, message).help(help));
        false
    }

    /// A description as documentation that is written so many times.
    pub(super) fn docs(&mut self, at: &Origin, text: Option<&str>, times: usize) -> Vec<String> {
        let Some(text) = text.filter(|_| !self.room.is_full()) else {
            return Vec::new();
        };
        let docs = doc::lines(text);
        let lines = docs.len().saturating_mul(times) + lines([text], times);
        let fits = self.take(at, lines);
        if fits { docs } else { Vec::new() }
    }

    /// Reports conditions that could not be compared for their size.
    pub(super) fn check_comparisons(&mut self, at: &Origin) {
        if self.room.comparisons.get() == 0 && !self.room.is_full() {
            self.room.lines = 0;
            let place = self.key_place(at);
            let message = "the conditions of errors are too many, or too large, to be compared";
            let help = "which error goes first depends on it: tell some of them apart by `code()`";
            self.report(Diagnostic::new(Code::LimitExceeded, place, message).help(help));
        }
    }
}
