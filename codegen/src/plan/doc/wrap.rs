//! Prose in lines of a width that reads well.

use super::{escape, inline};

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

/// Lines of a text in which everything is meant as it stands.
pub(super) fn own(text: &str, width: usize) -> Vec<String> {
    let mut glued = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, code)) = rest.find('`').and_then(|at| rest.split_at_checked(at)) {
        let run = inline::run(code);
        let end = code
            .get(run..)
            .and_then(|inner| inline::closing(inner, run));
        let (code, behind) = code
            .split_at_checked(end.map_or(run, |end| end + 2 * run))
            .unwrap_or((code, ""));
        glued.push_str(before);
        glued.push_str(&code.replace(' ', "\0"));
        rest = behind;
    }
    glued.push_str(rest);
    let mut out = Vec::new();
    wrap(&glued, width, &mut out);
    out.iter().map(|line| line.replace('\0', " ")).collect()
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
    fn leaves_code_whole() {
        assert_eq!(
            own("[`a`](b::c) `d e f` g", 10),
            ["[`a`](b::c)", "`d e f` g"]
        );
        assert_eq!(
            own("a `` b ` c `` ` d e", 10),
            ["a", "`` b ` c ``", "` d e"]
        );
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
