//! Links and URLs.

use std::fmt::Write;

use super::inline::{self, References};

/// Longer texts and titles are none; like the next bound, this one keeps a page of `[` from being
/// read over and over.
const LONGEST_TEXT: usize = 1_000;

/// Brackets in brackets that a link may have.
const DEEPEST: usize = 8;

const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// A link as it is written.
pub(super) struct Found<'a> {
    pub(super) text: &'a str,
    pub(super) target: Target,
    pub(super) rest: &'a str,
}

/// Where a link leads.
pub(super) enum Target {
    /// Somewhere on the web, with nothing in it that would have to be escaped.
    Url(String),
    /// A mail address.
    Mail(String),
    /// A page of the vendor's site or a heading of the document: nowhere from here.
    Nowhere,
}

/// Reads the link that starts with the `[` here: `[text](target)`, `[text][label]` or `[label]`.
pub(super) fn parse<'a>(bracket: &'a str, references: &References) -> Option<Found<'a>> {
    let inner = bracket.strip_prefix('[')?;
    let end = end_of_text(inner.get(..inner.floor_char_boundary(LONGEST_TEXT))?)?;
    let text = inner.get(..end)?;
    let rest = inner.get(end + 1..)?;
    if let Some((target, rest)) = rest.strip_prefix('(').and_then(target_in_parens) {
        return Some(Found { text, target, rest });
    }
    if let Some((label, rest)) = rest.strip_prefix('[').and_then(|rest| until(rest, ']')) {
        let url = references.get(&key(if label.is_empty() { text } else { label }))?;
        return Some(Found {
            text,
            target: Target::Url(url.clone()),
            rest,
        });
    }
    let url = references.get(&key(text))?;
    Some(Found {
        text,
        target: Target::Url(url.clone()),
        rest,
    })
}

/// Labels are compared without regard to case and space.
pub(super) fn key(label: &str) -> String {
    label
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// What a target leads to; none for text that is no target.
pub(super) fn target(text: &str) -> Option<Target> {
    let web = ["http://", "https://"]
        .iter()
        .find_map(|scheme| Some((*scheme, text.strip_prefix(scheme)?)));
    if let Some((scheme, rest)) = web {
        return (!rest.is_empty()).then(|| Target::Url(format!("{scheme}{}", encoded(rest))));
    }
    if let Some(address) = text.strip_prefix("mailto:") {
        return Some(Target::Mail(address.to_owned()));
    }
    Some(Target::Nowhere)
}

/// The length of the bare URL at the start of a text; 0 if there is none.
pub(super) fn bare_url(text: &str) -> usize {
    let scheme = ["https://", "http://"]
        .iter()
        .find(|scheme| text.starts_with(**scheme));
    let Some(scheme) = scheme else { return 0 };
    let ends = |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"' | '`');
    let url = text.split(ends).next().unwrap_or_default();
    let length = without_punctuation(url);
    if length > scheme.len() { length } else { 0 }
}

/// The length of a URL without what belongs to the sentence around it: punctuation, and brackets
/// that close what was opened before.
fn without_punctuation(url: &str) -> usize {
    let mut surplus = BRACKETS.map(|(open, close)| {
        let closed = url.matches(close).count();
        closed.saturating_sub(url.matches(open).count())
    });
    let mut length = url.len();
    for last in url.chars().rev() {
        let bracket = BRACKETS
            .iter()
            .zip(&mut surplus)
            .find(|((_, close), _)| *close == last);
        match bracket {
            Some((_, surplus)) if *surplus > 0 => *surplus -= 1,
            Some(_) => break,
            None if ".,;:!?'*_~\\|".contains(last) => {}
            None => break,
        }
        length -= last.len_utf8();
    }
    length
}

/// The rest of a URL with whatever could end it, or a link around it, in percent encoding.
fn encoded(text: &str) -> String {
    let mut url = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escape = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        let letter = if escape {
            letters.next().unwrap_or(letter)
        } else {
            letter
        };
        if letter.is_whitespace()
            || matches!(
                letter,
                '<' | '>' | '(' | ')' | '[' | ']' | '\\' | '`' | '|' | '"'
            )
        {
            let _ = write!(url, "%{:02X}", u32::from(letter).min(0xFF));
        } else {
            url.push(letter);
        }
    }
    url
}

/// Where the text of a link ends: at the `]` that fits, outside of code.
fn end_of_text(inner: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while depth <= DEEPEST {
        let rest = inner.get(at..)?;
        let letter = rest.chars().next()?;
        at += match letter {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '`' => {
                let run = inline::run(rest);
                inline::closing(rest.get(run..)?, run).map_or(run, |end| end + 2 * run)
            }
            _ => letter.len_utf8(),
        };
        match letter {
            '[' => depth += 1,
            ']' if depth == 0 => return Some(at - 1),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// `target)`, `<target>)` or `target "title")`, and what follows it.
fn target_in_parens(text: &str) -> Option<(Target, &str)> {
    let text = text.trim_start();
    let (address, rest) = match text.strip_prefix('<') {
        Some(inner) => until(inner, '>')?,
        None => {
            let end = end_of_address(text)?;
            (text.get(..end)?, text.get(end..)?)
        }
    };
    let rest = rest.trim_start();
    let rest = match rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => until(rest.strip_prefix(quote)?, quote)?.1.trim_start(),
        None => rest,
    };
    Some((target(address.trim())?, rest.strip_prefix(')')?))
}

/// What stands before and behind the first such character, if that is near.
fn until(text: &str, end: char) -> Option<(&str, &str)> {
    let at = text
        .get(..text.floor_char_boundary(LONGEST_TEXT))?
        .find(end)?;
    Some((text.get(..at)?, text.get(at + end.len_utf8()..)?))
}

fn end_of_address(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if letter.is_whitespace() => return Some(at),
            _ if depth > DEEPEST => return None,
            ')' if depth == 0 && !escaped => return Some(at),
            '(' if !escaped => depth += 1,
            ')' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    None
}
