//! `pattern` of a schema, as far as it can be run.

use regex_lite::RegexBuilder;

/// The most memory that one expression may take while it is run, in bytes.
const SIZE_LIMIT: usize = 8 << 20;

/// White space beyond ASCII, and the ends of lines there (ECMA-262 §12.2, §12.3).
const SPACES: &str =
    r"\s\u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";
const LINE_ENDS: &str = r"\n\r\u{2028}\u{2029}";

/// Whether a text breaks a pattern. One that cannot be run is broken by nothing: the generator has
/// said so.
///
/// Patterns are made ready each time: that takes microseconds, beside a call over the network.
pub(super) fn is_broken_by(pattern: &str, text: &str) -> bool {
    let mut builder = RegexBuilder::new(&exact(pattern));
    match builder.size_limit(SIZE_LIMIT).build() {
        Ok(pattern) => !pattern.is_match(text),
        Err(_) => false,
    }
}

/// The pattern with what ECMA-262 means by `\s`, `\S` and `.`: to `regex-lite` they are about ASCII.
/// The generator has seen to it that brackets in a class are escaped.
fn exact(pattern: &str) -> String {
    let mut exact = String::with_capacity(pattern.len());
    let mut in_class = false;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('s') if in_class => exact.push_str(SPACES),
                Some('s') => exact.extend(["[", SPACES, "]"]),
                Some('S') if !in_class => exact.extend(["[^", SPACES, "]"]),
                escaped => {
                    exact.push('\\');
                    exact.extend(escaped);
                }
            },
            '.' if !in_class => exact.extend(["[^", LINE_ENDS, "]"]),
            other => {
                in_class = (in_class || other == '[') && other != ']';
                exact.push(other);
            }
        }
    }
    exact
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_met_anywhere_unless_anchored() {
        assert!(!is_broken_by("b+", "abbc"));
        assert!(is_broken_by("^b+$", "abbc"));
        assert!(!is_broken_by("^é.$", "éü"));
        assert!(!is_broken_by("(?=x)", "y"), "cannot be run");
        assert!(!is_broken_by("^(((a{99}){99}){99}){99}$", "y"), "too large");
    }

    #[test]
    fn white_space_and_ends_of_lines_are_those_of_ecmascript() {
        for space in ["\u{a0}", "\u{feff}", "\u{2003}", "\t"] {
            assert!(!is_broken_by(r"^\s$", space));
            assert!(!is_broken_by(r"^[\s.]$", space));
            assert!(is_broken_by(r"^\S$", space));
            assert!(is_broken_by(r"^[^\s]$", space));
        }
        assert!(!is_broken_by(r"^[\s\S]$", "\u{a0}"));
        assert!(!is_broken_by(r"^.\.[.\].]$", "é.]"));
        for end in ["\n", "\r", "\u{2028}"] {
            assert!(is_broken_by("^a.$", &format!("a{end}")));
        }
        assert!(is_broken_by(r"^[.]$", "a"));
        assert_eq!(exact(r"a\"), r"a\");
    }
}
