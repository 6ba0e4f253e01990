//! The events of a JSON text.
//!
//! YAML can nearly, but not quite, read JSON: not surrogate pairs, not keys of more than 1,024
//! characters, not tabs everywhere. This scanner checks no more than it must to find its way; a text
//! it cannot follow is no JSON.

use std::ops::Range;

use super::wanted::{Shape, Wanted};

/// Scans JSON; `false` where the text is none, and `wanted` then holds nothing of use.
pub(super) fn scan(text: &str, wanted: &mut Wanted) -> bool {
    let mut scanner = Scanner { text, at: 0 };
    scanner.skip_space();
    matches!(scanner.peek(), Some(b'{' | b'[')) && scanner.document(wanted).is_some()
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    /// Goes over all values; the nesting is kept in `wanted`, not on the stack.
    fn document(&mut self, wanted: &mut Wanted) -> Option<()> {
        let mut depth = 0usize;
        loop {
            self.skip_space();
            let start = self.at;
            match self.peek()? {
                open @ (b'{' | b'[') => {
                    self.at += 1;
                    if !wanted.open(start..self.at, open == b'[', Shape::Flow) {
                        return None;
                    }
                    depth += 1;
                    continue;
                }
                b'}' | b']' => {
                    self.at += 1;
                    wanted.close(self.at);
                    depth = depth.checked_sub(1)?;
                }
                b'"' if wanted.at_key() => {
                    let range = self.string()?;
                    let text = wanted.needs_text().then(|| self.decode(range.clone()));
                    wanted.key(range, text.flatten().as_deref());
                    self.skip_space();
                    self.eat(b':')?;
                    continue;
                }
                _ if wanted.at_key() => return None,
                b'"' => {
                    let range = self.string()?;
                    wanted.scalar(range);
                }
                _ => {
                    let range = self.word()?;
                    wanted.scalar(range);
                }
            }
            self.skip_space();
            if depth == 0 {
                return self.peek().is_none().then_some(());
            }
            if self.peek() == Some(b',') {
                self.at += 1;
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// A string with its quotes.
    fn string(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(start..self.at)
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        while matches!(
            self.peek(),
            Some(b'a'..=b'z' | b'0'..=b'9' | b'E' | b'+' | b'-' | b'.')
        ) {
            self.at += 1;
        }
        (self.at > start).then_some(start..self.at)
    }

    fn decode(&self, range: Range<usize>) -> Option<String> {
        serde_json::from_str(self.text.get(range)?).ok()
    }
}
