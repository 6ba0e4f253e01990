//! Percent-encoding (RFC 3986 §2.1).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters (RFC 3986 §2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What cannot stand in the literal text of a path (RFC 3986 §3.3); escapes in it are kept.
const NOT_IN_PATH: &AsciiSet = &RESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@')
    .remove(b'%');

/// Escapes an argument: only unreserved characters stay.
pub(crate) fn argument(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Escapes literal text of a path template or a base URL.
pub(crate) fn literal(text: &str) -> String {
    utf8_percent_encode(text, NOT_IN_PATH).to_string()
}

/// Escapes the literal path of a base URL, slashes kept.
pub(crate) fn literal_path(path: &str) -> String {
    let segments: Vec<_> = path.split('/').map(literal).collect();
    segments.join("/")
}

/// Whether a path segment, or an argument to become one, would climb or vanish: it is empty, `.`
/// or `..`, whether plain, percent-encoded any number of times, or once the characters are gone
/// that URL parsers drop.
pub(crate) fn is_dots(text: &str) -> bool {
    // What dots can hide in is short: text with any other character is none, at the first look.
    let hides = |c: char| c <= ' ' || matches!(c, '.' | '%') || c.is_ascii_hexdigit();
    if !text.chars().all(hides) {
        return false;
    }
    let mut text = text.to_owned();
    for _ in 0..MOST_LAYERS {
        let bare = text
            .trim_matches(|c: char| c <= ' ')
            .replace(['\t', '\n', '\r'], "");
        if matches!(bare.as_str(), "" | "." | "..") {
            return true;
        }
        let decoded = percent_decode_str(&bare).decode_utf8_lossy().into_owned();
        if decoded == bare {
            return false;
        }
        text = decoded;
    }
    true
}

/// How often a text may be percent-encoded: nobody means more, so more is taken for a disguise.
const MOST_LAYERS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(argument("a/b?c#d@e%\\"), "a%2Fb%3Fc%23d%40e%25%5C");
        assert_eq!(argument("é -._~"), "%C3%A9%20-._~");
    }

    #[test]
    fn dots_in_every_disguise() {
        for text in [
            "",
            ".",
            "..",
            "%2e",
            "%2E.",
            ".%2e",
            "%252e%252e",
            ".\t.",
            " ..",
            "\n",
            "%2e%09%2e",
            " ",
        ] {
            assert!(is_dots(text), "{text:?}");
        }
        assert!(
            is_dots(&format!("%{}2e", "25".repeat(100_000))),
            "too many layers"
        );
        for text in ["...", "a", "..\\", "..a", "%2f", ". .", "é"] {
            assert!(!is_dots(text), "{text:?}");
        }
    }
}
