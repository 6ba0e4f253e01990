//! Prose in lines of a width that reads well.

use super::escape;

/// Lines as they were written where all of them fit, else text that fills its lines. A line that ends
/// in a backslash ends on the page, too.
pub(super) fn paragraph(text: &str, width: usize, out: &mut Vec<String>) {
    let mut written = Vec::new();
    for line in text.split('\n') {
        written.push(line);
        if breaks(line) {
            fill(&written, width, out);
            written.clear();
        }
    }
    fill(&written, width, out);
    // A break with nothing behind it would be a backslash.
    if let Some(last) = out.last_mut().filter(|last| breaks(last)) {
        last.pop();
    }
}

fn fill(lines: &[&str], width: usize, out: &mut Vec<String>) {
    if lines.iter().all(|line| line.chars().count() <= width) {
        lines.iter().for_each(|line| wrap(line, width, out));
    } else {
        wrap(&lines.join(" "), width, out);
    }
}

fn breaks(line: &str) -> bool {
    let text = line.trim_end_matches('\\');
    (line.len() - text.len()) % 2 == 1
}

/// Breaks a line at spaces so that it fits, where it can: never inside code or links, whose spaces
/// are `\0` here, and never where the rest would have to be escaped.
fn wrap(line: &str, width: usize, out: &mut Vec<String>) {
    let mut current = String::new();
    let mut columns = 0;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let letters = word.chars().count();
        let breaks = columns + 1 + letters > width
            && !current.ends_with('\\')
            && escape::start(word) == word;
        if !current.is_empty() && breaks {
            out.push(escape::start(&current).into_owned());
            current.clear();
            columns = 0;
        }
        if !current.is_empty() {
            current.push(' ');
            columns += 1;
        }
        current.push_str(word);
        columns += letters;
    }
    if !current.is_empty() {
        out.push(escape::start(&current).into_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(line: &str) -> Vec<String> {
        let mut out = Vec::new();
        wrap(line, 10, &mut out);
        out
    }

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrapped("one two three four"), ["one two", "three four"]);
        assert_eq!(
            wrapped("unbreakablelongword x"),
            ["unbreakablelongword", "x"]
        );
    }

    #[test]
    fn fills_what_does_not_fit() {
        let filled = |text| {
            let mut out = Vec::new();
            paragraph(text, 10, &mut out);
            out
        };
        assert_eq!(filled("one\ntwo\nthree"), ["one", "two", "three"]);
        assert_eq!(
            filled("one\ntwo three four\nsix"),
            ["one two", "three four", "six"]
        );
        assert_eq!(
            filled("one\\\ntwo three four\nsix"),
            ["one\\", "two three", "four six"]
        );
        assert_eq!(filled("one\\\\\ntwo\\"), ["one\\\\", "two"]);
    }

    #[test]
    fn starts_no_block() {
        assert_eq!(wrapped("one two a - b c"), ["one two a -", "b c"]);
        assert_eq!(wrapped("one two in 7. x"), ["one two in 7.", "x"]);
        assert_eq!(
            wrapped("a `code\0with\0spaces` b"),
            ["a", "`code\0with\0spaces`", "b"]
        );
    }
}
