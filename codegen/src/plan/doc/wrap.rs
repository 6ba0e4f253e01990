//! Prose in lines of a width that reads well.

use super::escape;

/// Breaks a line at spaces so that it fits, where it can: never inside code or links, whose spaces
/// are `\0` here, and never where the rest would have to be escaped.
pub(super) fn wrap(line: &str, width: usize, out: &mut Vec<String>) {
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
    fn starts_no_block() {
        assert_eq!(wrapped("one two a - b c"), ["one two a -", "b c"]);
        assert_eq!(wrapped("one two in 7. x"), ["one two in 7.", "x"]);
        assert_eq!(
            wrapped("a `code\0with\0spaces` b"),
            ["a", "`code\0with\0spaces`", "b"]
        );
    }
}
