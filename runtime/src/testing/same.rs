//! Texts that mean the same: a type for a format writes what it has read in one way.

use crate::{Base64, format::Instant};

/// Whether two texts are one value of some format: the same instant, UUID or bytes.
pub(super) fn same_text(one: &str, other: &str) -> bool {
    one == other || same_instant(one, other) || same_uuid(one, other) || same_bytes(one, other)
}

fn same_instant(one: &str, other: &str) -> bool {
    let pair = Instant::read(one).zip(Instant::read(other));
    pair.is_some_and(|(one, other)| one == other)
}

/// Upper and lower case are one (RFC 9562 §4).
fn same_uuid(one: &str, other: &str) -> bool {
    let digits = |text: &str| -> Option<String> {
        let text = text.trim_start_matches("urn:uuid:");
        let text = text.trim_matches(['{', '}']).replace('-', "");
        let is_uuid = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_uuid.then(|| text.to_ascii_lowercase())
    };
    let pair = digits(one).zip(digits(other));
    pair.is_some_and(|(one, other)| one == other)
}

/// Alphabet, padding and white space may differ (RFC 4648 §3).
fn same_bytes(one: &str, other: &str) -> bool {
    let read = |text: &str| text.parse::<Base64>().ok();
    let pair = read(one).zip(read(other));
    !one.is_empty() && pair.is_some_and(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_formats() {
        for (one, other, expected) in [
            ("a", "b", false),
            ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z", true),
            ("1996-12-19T16:39:57", "1996-12-19T16:39:57Z", true),
            ("1996-12-19T16:39:57.50Z", "1996-12-19T16:39:57.5Z", true),
            ("1996-12-19T16:39:57Z", "1996-12-19T16:39:58Z", false),
            ("2000-02-29T24:00:00Z", "2000-03-01T00:00:00Z", false),
            ("09:30", "09:30:00", true),
            ("-_-_YQ", "+/+/YQ==", true),
            (
                "{F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                true,
            ),
        ] {
            assert_eq!(same_text(one, other), expected, "{one} {other}");
        }
    }
}
