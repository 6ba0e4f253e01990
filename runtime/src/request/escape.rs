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

/// What cannot stand in a query (RFC 3986 §3.4), what ends a parameter there, and the apostrophe,
/// which URL parsers escape.
const NOT_IN_QUERY: &AsciiSet = &NOT_IN_PATH.add(b'&').remove(b'/').remove(b'?');

/// What an argument in a query must not have as it is, either: a plus is read as a space there.
const NOT_IN_QUERY_ARGUMENT: &AsciiSet = &NOT_IN_QUERY.add(b'+');

/// What ends a cookie, and what cannot stand in one (RFC 6265 §4.1.1).
const NOT_IN_COOKIE: &AsciiSet = &NOT_IN_PATH
    .add(b';')
    .add(b',')
    .remove(b'/')
    .remove(b'?')
    .remove(b'#')
    .remove(b'[')
    .remove(b']')
    .remove(b'\'');

/// What browsers escape in a form, but for the space.
const NOT_IN_FORM: &AsciiSet = &RESERVED.remove(b'*').remove(b' ').add(b'~');

/// What is done to a value so that it can stand where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escaping {
    /// Nothing: there is no escaping in headers,
    None,
    /// nor in parts of a body, whose names are escaped elsewhere.
    Part,
    /// All that browsers escape in forms, and a space is a `+` (WHATWG URL §5.2).
    Form,
    /// Only unreserved characters stay.
    All,
    /// Reserved characters stay, and so does what is escaped already (RFC 6570 §3.2.3), but for
    /// what would lead out of a path segment,
    AllowedInPath,
    /// out of a query parameter, or be read as something else there,
    AllowedInQuery,
    /// or out of a cookie.
    AllowedInCookie,
}

impl Escaping {
    pub(crate) fn apply(self, text: &str) -> String {
        match self {
            Self::None | Self::Part => text.to_owned(),
            Self::Form => utf8_percent_encode(text, NOT_IN_FORM)
                .to_string()
                .replace(' ', "+"),
            Self::All => argument(text),
            Self::AllowedInPath => reserved(text, NOT_IN_PATH),
            Self::AllowedInQuery => reserved(text, NOT_IN_QUERY_ARGUMENT),
            Self::AllowedInCookie => reserved(text, NOT_IN_COOKIE),
        }
    }
}

/// Escapes what cannot stay, and each `%` that escapes nothing.
fn reserved(text: &str, not_allowed: &'static AsciiSet) -> String {
    let mut parts = text.split('%');
    let mut escaped =
        utf8_percent_encode(parts.next().unwrap_or_default(), not_allowed).to_string();
    for part in parts {
        let is_escape = part.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
        escaped.push_str(if is_escape { "%" } else { "%25" });
        escaped.extend(utf8_percent_encode(part, not_allowed));
    }
    escaped
}

/// Escapes literal text of a query; `&` stands between its parts.
pub(crate) fn literal_query(text: &str) -> String {
    let parts: Vec<_> = text
        .split('&')
        .map(|part| reserved(part, NOT_IN_QUERY))
        .collect();
    parts.join("&")
}

/// JSON text with all that is not ASCII spelled out (RFC 8259 §7).
pub(crate) fn json_in_ascii(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    let mut units = [0; 2];
    for character in json.chars() {
        if character.is_ascii() && !character.is_ascii_control() {
            ascii.push(character);
        } else {
            for unit in character.encode_utf16(&mut units) {
                ascii.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    ascii
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
    fn reserved_characters_stay_where_they_do_no_harm() {
        let text = ":/?#[]@!$&'()*+,;= \"é%zz%2f%";
        assert_eq!(
            Escaping::AllowedInQuery.apply(text),
            ":/?%23%5B%5D@!$%26%27()*%2B,;=%20%22%C3%A9%25zz%2f%25"
        );
        assert_eq!(
            Escaping::AllowedInPath.apply(text),
            ":%2F%3F%23%5B%5D@!$&%27()*+,;=%20%22%C3%A9%25zz%2f%25"
        );
        assert_eq!(
            Escaping::AllowedInCookie.apply(text),
            ":/?#[]@!$&'()*+%2C%3B=%20%22%C3%A9%25zz%2f%25"
        );
        assert_eq!(Escaping::None.apply(text), text);
        assert_eq!(literal_query("a=b c&d+#='"), "a=b%20c&d+%23=%27");
    }

    #[test]
    fn json_without_letters_beyond_ascii() {
        assert_eq!(
            json_in_ascii("\"aé🐕\u{7f}\""),
            r#""a\u00e9\ud83d\udc15\u007f""#
        );
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
