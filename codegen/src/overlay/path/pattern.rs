//! Patterns of `match` and `search` (RFC 9485).

use crate::collection::Table;
use regex_lite::{Regex, RegexBuilder};

/// How large a pattern may become once its repetitions are written out.
const MOST_BYTES: usize = 1 << 16;
/// As many instructions as it has then, at most.
const MOST_INSTRUCTIONS: usize = 2048;
/// More of them are not kept: a document may have one in each of its values.
const MOST_KEPT: usize = 256;

/// Patterns that were read, each once.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    read: Table<(String, bool), Option<Regex>>,
}

impl Patterns {
    /// Whether a text fits; a pattern that is none fits nothing.
    pub(super) fn fits(&mut self, text: &str, pattern: &str, is_whole: bool) -> bool {
        let key = (pattern.to_owned(), is_whole);
        if self.read.len() >= MOST_KEPT && !self.read.contains_key(&key) {
            self.read.clear();
        }
        let read = self.read.get_or(key, || read(pattern, is_whole));
        read.as_ref().is_some_and(|pattern| pattern.is_match(text))
    }
}

/// What holding a text against a pattern takes, at most, in steps.
pub(super) fn effort(text: &str, pattern: &str) -> usize {
    // Reading it takes a while even where the text is short.
    let size = match pattern.contains('{') {
        true => MOST_INSTRUCTIONS,
        false => pattern.len(),
    };
    let held = text
        .len()
        .saturating_add(1)
        .saturating_mul(size.saturating_add(1));
    (held / 4).saturating_add(pattern.len())
}

/// Why a pattern is none, if it is none.
pub(super) fn fault(pattern: &str) -> Option<(&'static str, &'static str)> {
    if has_category(pattern) {
        return Some((
            "categories of characters (`\\p{…}`) are not supported in patterns",
            "write the characters that are meant: `[A-Za-z]`",
        ));
    }
    let is_read = read(pattern, true).is_some();
    (!is_read).then_some((
        "this pattern cannot be read, or is too large",
        "see RFC 9485 for what a pattern may have",
    ))
}

fn has_category(pattern: &str) -> bool {
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter == '\\' && matches!(letters.next(), Some('p' | 'P')) {
            return true;
        }
    }
    false
}

fn read(pattern: &str, is_whole: bool) -> Option<Regex> {
    let pattern = translated(pattern);
    let pattern = match is_whole {
        true => format!("^(?:{pattern})$"),
        false => format!("(?:{pattern})"),
    };
    let mut builder = RegexBuilder::new(&pattern);
    builder.size_limit(MOST_BYTES).nest_limit(50).build().ok()
}

/// A dot is any character that does not end a line; the rest is the same.
fn translated(pattern: &str) -> String {
    let mut done = String::with_capacity(pattern.len());
    let mut letters = pattern.chars();
    let mut in_class = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                done.push(letter);
                done.extend(letters.next());
            }
            '.' if !in_class => done.push_str("[^\\n\\r]"),
            _ => {
                in_class = match letter {
                    '[' => true,
                    ']' => false,
                    _ => in_class,
                };
                done.push(letter);
            }
        }
    }
    done
}
