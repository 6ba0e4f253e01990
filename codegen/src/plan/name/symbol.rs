//! Symbols in words, where a name would lose its meaning without them.

use std::fmt::Write;

/// A text in which symbols are spelled where they are needed: where nothing else is there, and as
/// the sign before a number (`+1`, `<5`).
pub(super) fn needed(text: &str) -> String {
    let trimmed = text.trim();
    if trimmed.chars().any(char::is_alphanumeric) {
        let rest = trimmed.trim_start_matches(is_sign);
        let number = rest.starts_with(|c: char| c.is_ascii_digit());
        let signs = trimmed.strip_suffix(rest).unwrap_or_default();
        return if number && !signs.is_empty() {
            format!("{} {rest}", words(signs))
        } else {
            text.into()
        };
    }
    if trimmed.is_empty() {
        words(text)
    } else {
        words(trimmed)
    }
}

/// A text in which symbols at either end are spelled, for names that would be one without them:
/// `created` and `-created`, `StartTime<` and `StartTime>`.
pub(super) fn spelled(text: &str) -> String {
    let text = text.trim();
    let symbol = |c: char| word(c).is_some() && c != '_' && c != ' ';
    let tail = text.trim_start_matches(symbol);
    let core = tail.trim_end_matches(symbol);
    if core.is_empty() || core.len() == text.len() {
        return text.to_owned();
    }
    let before = text.strip_suffix(tail).unwrap_or_default();
    let after = tail.strip_prefix(core).unwrap_or_default();
    format!("{} {core} {}", words(before), words(after))
}

/// What remains to tell a text by when no word can be made of it; `empty` for an empty one.
pub(super) fn code_points(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars().take(16) {
        let _ = write!(name, "_u{:x}", u32::from(letter));
    }
    if name.is_empty() {
        "empty".to_owned()
    } else {
        name
    }
}

fn words(symbols: &str) -> String {
    // In names of parameters, empty brackets say that there may be several.
    let runs = symbols.split("[]");
    let spelled = runs.map(|run| run.chars().filter_map(word).collect::<Vec<_>>().join(" "));
    spelled.collect::<Vec<_>>().join(" list ").trim().to_owned()
}

/// Symbols that make another number of the digits behind them.
fn is_sign(symbol: char) -> bool {
    matches!(
        symbol,
        '+' | '-' | '<' | '>' | '=' | '~' | '!' | '±' | '−' | '≤' | '≥' | '≠' | '≈'
    )
}

fn word(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        ' ' => "space",
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' => "open_paren",
        ')' => "close_paren",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' | '−' | '–' | '—' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' => "open_bracket",
        '\\' => "backslash",
        ']' => "close_bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "open_brace",
        '|' => "or",
        '}' => "close_brace",
        '~' => "tilde",
        '€' => "euro",
        '£' => "pound",
        '¥' => "yen",
        '°' => "degree",
        '±' => "plus_minus",
        '×' => "times",
        '÷' => "divided",
        '≤' => "less_equal",
        '≥' => "greater_equal",
        '≠' => "not_equal",
        '≈' => "about",
        '∞' => "infinity",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_what_is_needed() {
        assert_eq!(needed("+1"), "plus 1");
        assert_eq!(needed("-created"), "-created");
        assert_eq!(needed("<="), "less equal");
        assert_eq!(needed("#1"), "#1");
        assert_eq!(needed(""), "");
    }

    #[test]
    fn spells_both_ends() {
        assert_eq!(spelled("-created").trim(), "minus created");
        assert_eq!(spelled("StartTime>").trim(), "StartTime greater");
        assert_eq!(spelled("x[]").trim(), "x list");
        assert_eq!(spelled("x[]<").trim(), "x list less");
        assert_eq!(spelled("plain"), "plain");
        assert_eq!(spelled("+"), "+");
    }

    #[test]
    fn falls_back_on_code_points() {
        assert_eq!(code_points("\n"), "_ua");
        assert_eq!(code_points(""), "empty");
    }
}
