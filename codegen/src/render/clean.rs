//! Text of unknown origin, made harmless for a terminal.

use std::fmt::Write;

/// The character to show for one that would move the cursor, hide or reorder text.
///
/// One for one, so that columns stay what they are.
pub(crate) fn visible(character: char) -> char {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // C1 controls, among them the one-character forms of escape sequences.
        '\u{80}'..='\u{9f}'
        // Soft hyphen, joiners, direction marks, line separators, embeddings and isolates.
        | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        // Tags: letters that no one sees.
        | '\u{e0000}'..='\u{e0fff}' => '\u{fffd}',
        other => other,
    }
}

/// A message: one paragraph, no longer than anyone reads, in which nothing moves the cursor, hides
/// text or changes its order.
///
/// ```
/// use outspoken_codegen::render;
///
/// assert_eq!(render::message("red: \u{1b}[31m"), "red: ␛[31m");
/// ```
#[must_use]
pub fn message(text: &str) -> String {
    shorten(text).chars().map(visible).collect()
}

/// JSON with its invisible characters escaped (RFC 8259 §7): other text, and the same value.
///
/// The line breaks that lay it out stay; those in strings are escaped already.
pub(crate) fn json(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '\n' || visible(character) == character {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
    escaped
}

/// A message, wrapped at words.
pub(super) fn paragraph(text: &str, width: usize) -> String {
    wrap(&message(text), width)
}

/// A help text, in which line breaks are meant, wrapped at words.
pub(super) fn paragraphs(text: &str, width: usize) -> String {
    let text = shorten(text);
    let lines = text.lines().map(|line| {
        let line: String = line.chars().map(visible).collect();
        wrap(&line, width)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Breaks a line at spaces; what follows goes below its first word.
fn wrap(line: &str, width: usize) -> String {
    if line.chars().count() <= width {
        return line.to_owned();
    }
    let mut wrapped = String::new();
    let indent: String = line
        .chars()
        .take_while(|c| *c == ' ')
        .take(width / 2)
        .collect();
    let mut used = 0;
    for word in words(line, width) {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            wrapped.push('\n');
            used = 0;
        }
        if used > 0 {
            wrapped.push(' ');
            used += 1;
        } else {
            wrapped.push_str(&indent);
            used = indent.len();
        }
        wrapped.push_str(word);
        used += length;
    }
    wrapped
}

/// What stays on one line: words, and code in backticks if it fits, as people copy it.
fn words(line: &str, width: usize) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    let mut rest = line.trim_start_matches(' ');
    while !rest.is_empty() {
        let plain = rest.find(' ').unwrap_or(rest.len());
        let whole = end_of_code(rest)
            .filter(|end| *end <= width)
            .unwrap_or(plain);
        let (word, after) = rest.split_at_checked(whole).unwrap_or((rest, ""));
        words.push(word);
        rest = after.trim_start_matches(' ');
    }
    words
}

/// Where a word ends that holds code with spaces.
fn end_of_code(text: &str) -> Option<usize> {
    let mut inside = false;
    let end = text.find(|c| {
        inside ^= c == '`';
        c == ' ' && !inside
    });
    // A backtick that none follows is no code.
    match end {
        None if inside => None,
        end => Some(end.unwrap_or(text.len())),
    }
}

fn shorten(text: &str) -> String {
    const MOST: usize = 2000;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_but_text() {
        let hostile = "a\u{1b}[31m\u{9b}2J\u{202e}b\r\n\u{7}\u{200b}\u{e0041}é日";
        let shown = message(hostile);
        assert_eq!(shown, "a␛[31m\u{fffd}2J\u{fffd}b␍␊␇\u{fffd}\u{fffd}é日");
        assert_eq!(shown.chars().count(), hostile.chars().count());
    }

    #[test]
    fn json_keeps_its_value() {
        let hostile = "\u{1b}\u{9b}\u{202e}\u{7f}\u{e0041}\né日";
        let text = serde_json::to_string_pretty(&[hostile]).unwrap();
        let escaped = json(&text);
        assert_eq!(
            escaped,
            "[\n  \"\\u001b\\u009b\\u202e\\u007f\\udb40\\udc41\\né日\"\n]"
        );
        let back: [String; 1] = serde_json::from_str(&escaped).unwrap();
        assert_eq!(back, [hostile]);
    }

    #[test]
    fn long_text_is_cut_and_wrapped() {
        assert_eq!(message(&"x".repeat(1 << 20)).chars().count(), 2001);
        assert_eq!(
            paragraphs("one two three\n  four five", 9),
            "one two\nthree\n  four\n  five"
        );
        assert_eq!(paragraphs("unbreakable-word", 4), "unbreakable-word");
    }

    #[test]
    fn code_stays_on_one_line_where_it_fits() {
        let text = "write `{at: /code}`, or `{header: x}`";
        assert_eq!(
            paragraph(text, 16),
            "write\n`{at: /code}`,\nor `{header: x}`"
        );
        assert_eq!(
            paragraph("one `two three` four", 8),
            "one `two\nthree`\nfour"
        );
        assert_eq!(paragraph("one ` two three", 9), "one ` two\nthree");
    }
}
