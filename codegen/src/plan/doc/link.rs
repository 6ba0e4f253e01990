//! Links and URLs.

use std::fmt::Write;

use super::inline::{self, References};

/// Longer texts are no link texts; the bound keeps a page of `[` from being read over and over.
const LONGEST_TEXT: usize = 1_000;

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
    let end = end_of_text(inner)?;
    let text = inner.get(..end)?;
    let rest = inner.get(end + 1..)?;
    if let Some((target, rest)) = rest.strip_prefix('(').and_then(target_in_parens) {
        return Some(Found { text, target, rest });
    }
    let label = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let label = label.filter(|(label, _)| label.len() <= LONGEST_TEXT);
    if let Some((label, rest)) = label {
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
    let mut url = text.split(ends).next().unwrap_or_default();
    loop {
        let last = url.chars().next_back();
        let trimmed = match last {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '\\' | '|') => true,
            Some(')') => url.matches(')').count() > url.matches('(').count(),
            Some(']') => url.matches(']').count() > url.matches('[').count(),
            Some('}') => url.matches('}').count() > url.matches('{').count(),
            _ => false,
        };
        if !trimmed {
            break;
        }
        url = url.get(..url.len() - 1).unwrap_or_default();
    }
    if url.len() > scheme.len() {
        url.len()
    } else {
        0
    }
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
    while at <= LONGEST_TEXT {
        let rest = inner.get(at..)?;
        let letter = rest.chars().next()?;
        at += match letter {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '`' => {
                let run = inline::run(rest);
                let code: String = rest.chars().skip(run).take(LONGEST_TEXT).collect();
                inline::closing(&code, run).map_or(run, |end| end + 2 * run)
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
        Some(inner) => inner.split_once('>')?,
        None => {
            let end = end_of_address(text);
            (text.get(..end)?, text.get(end..)?)
        }
    };
    let rest = rest.trim_start();
    let rest = match rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => rest.strip_prefix(quote)?.split_once(quote)?.1.trim_start(),
        None => rest,
    };
    Some((target(address.trim())?, rest.strip_prefix(')')?))
}

fn end_of_address(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if letter.is_whitespace() => return at,
            ')' if depth == 0 && !escaped => return at,
            '(' if !escaped => depth += 1,
            ')' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    text.len()
}
