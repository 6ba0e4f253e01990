//! Text of a document within a message.

/// Longer texts are cut: a message is one of many, and each may name the same text.
const MOST: usize = 200;

/// A text as it is shown in a message: what cannot be seen is escaped.
pub(crate) fn shown(text: &str) -> String {
    let mut letters = text.chars();
    let mut shown: String = letters
        .by_ref()
        .take(MOST)
        .flat_map(char::escape_debug)
        .collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_seen_and_short() {
        assert_eq!(shown("/a\n\u{202e}"), "/a\\n\\u{202e}");
        assert_eq!(shown(&"x".repeat(1000)).chars().count(), MOST + 1);
    }
}
