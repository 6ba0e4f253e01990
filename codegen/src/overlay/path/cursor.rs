//! The text of a query, read from left to right.

use super::parse::Fault;

/// A place in the text.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// How many brackets are open.
    depth: usize,
}

/// No person nests deeper, and reading is recursive.
const MOST_DEPTH: usize = 32;

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Takes a text, if it is next.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let is_next = self.rest().starts_with(text);
        if is_next {
            self.at += text.len();
        }
        is_next
    }

    /// The longest text of such characters.
    pub(super) fn take_while(&mut self, mut is_wanted: impl FnMut(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|letter| !is_wanted(letter)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.take_while(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'));
    }

    /// Takes a text that must be next, after blanks.
    pub(super) fn expect(&mut self, text: &str, help: &'static str) -> Result<(), Fault> {
        self.skip_blanks();
        match self.take(text) {
            true => Ok(()),
            false => Err(self.fault(format!("`{text}` is missing here"), help)),
        }
    }

    /// Reads what stands in brackets, if they are not too many.
    pub(super) fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.depth == MOST_DEPTH {
            let message = format!("brackets nest deeper than {MOST_DEPTH} levels");
            return Err(self.fault(message, "write several actions"));
        }
        self.depth += 1;
        let done = read(self);
        self.depth -= 1;
        done
    }

    pub(super) fn fault(&self, message: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault {
            at: self.at,
            message: message.into(),
            help: help.into(),
        }
    }
}
