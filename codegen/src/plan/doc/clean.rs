//! Characters that have no place in a comment.

use std::borrow::Cow;

/// What ends a line of the page where it ends a line of prose.
pub(super) const BREAK: &str = "  ";

/// The lines of a text: any line end ends one, tabs before text are spaces, other control characters
/// and those that change the direction of text are dropped, trailing spaces are cut but for two.
///
/// Indentation that all lines share is the document's, not the author's, and is taken off.
pub(super) fn lines(text: &str) -> Vec<String> {
    let text = if text.contains("\r\n") {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let ends = [
        '\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}',
    ];
    let lines: Vec<String> = text.split(ends).map(line).collect();
    let filled = lines.iter().filter(|line| !line.is_empty());
    let shared = filled.map(|line| indent(line)).min().unwrap_or(0);
    if shared == 0 {
        return lines;
    }
    lines
        .iter()
        .map(|line| line.get(shared..).unwrap_or_default().to_owned())
        .collect()
}

/// The spaces before the text of a line.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn line(text: &str) -> String {
    let text = cut(text);
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    let mut column = 0_usize;
    let mut leading = true;
    for letter in text.chars() {
        match letter {
            '\t' => {
                let width = if leading { 4 - column % 4 } else { 1 };
                line.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            _ if letter.is_control() || hidden(letter) => {}
            _ => {
                // Other kinds of space count as text to some readers: outside of words they are spaces.
                let space = letter.is_whitespace();
                leading &= space;
                line.push(if space { ' ' } else { letter });
                column += 1;
            }
        }
    }
    cut(&line).to_owned()
}

/// A line without the space at its end. Two spaces stay: they end a line of the page, too.
pub(super) fn cut(line: &str) -> &str {
    let filled = line.trim_end();
    let breaks = !filled.is_empty()
        && line
            .get(filled.len()..)
            .is_some_and(|s| s.starts_with(BREAK));
    let spaces = if breaks { BREAK.len() } else { 0 };
    line.get(..filled.len() + spaces).unwrap_or(filled)
}

/// Characters that are not seen but change what is: marks of direction and order of bytes.
fn hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_lines_once() {
        assert_eq!(lines("a\r\nb\rc\u{2028}d \t"), ["a", "b", "c", "d"]);
        assert_eq!(lines("a  \nb   \u{7}\n  \n"), ["a  ", "b  ", "", ""]);
        assert_eq!(lines("a\0b\u{202E}\u{1b}[1m\u{feff}c"), ["ab[1mc"]);
    }

    #[test]
    fn takes_shared_indentation_off() {
        assert_eq!(lines("  a\n\n    b"), ["a", "", "  b"]);
        assert_eq!(lines("a\n\tb\n  \tc\td"), ["a", "    b", "    c d"]);
    }
}
