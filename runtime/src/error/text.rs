//! Text of a server, made fit for one line of a log.

/// More than this tells a reader nothing in a log line; the whole is in the body.
const LONGEST: usize = 300;

/// One line without control characters, cut at [`LONGEST`] characters.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len().min(LONGEST));
    let mut length = 0;
    let mut is_gap = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() || c.is_control() {
            is_gap = length > 0;
            continue;
        }
        length += 1 + usize::from(is_gap);
        if length > LONGEST {
            line.push('…');
            break;
        }
        if is_gap {
            line.push(' ');
            is_gap = false;
        }
        line.push(c);
    }
    line
}

/// Characters that change how the text around them is shown (bidirectional controls and the like).
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_bidi_characters_are_gone() {
        let text = "a\r\nb\x1b[31m c\u{202e}d\u{0}\te";
        assert_eq!(one_line(text), "a b [31m cd e");
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        let line = one_line(&"é".repeat(10_000));
        assert_eq!(line.chars().count(), LONGEST + 1);
        assert!(line.ends_with('…'));

        let words = one_line(&"é ".repeat(10_000));
        assert_eq!(words.chars().count(), LONGEST);
        assert!(
            words.ends_with(" é…"),
            "a text that goes on ends in a mark: {words}"
        );
        assert_eq!(one_line(" a \u{200b} b "), "a b");
    }
}
