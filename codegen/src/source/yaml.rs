//! YAML text to a tree.
//!
//! The only file that knows `serde_yaml`, which is no longer maintained.

use serde::de::DeserializeSeed;

use super::failure::Failure;
use super::tree::{Reading, Tree};
use super::yaml_fault::explain;
use super::{Limits, Lines, Position, guard};

/// Reads YAML of one document.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Tree, Failure> {
    guard::check(text, limits)?;
    let reading = Reading::new(limits, true);
    let parser = serde_yaml::Deserializer::from_str(text);
    let root = reading.root().deserialize(parser);
    reading.finish(root).map_err(|(failure, error)| {
        let offset = place(text, &error);
        let failure = failure.unwrap_or_else(|| explain(text, offset, &error.to_string()));
        let offset = failure.offset.or(offset);
        failure.at(offset)
    })
}

/// Faults of the bytes themselves come with a byte position, all others with line and column.
fn place(text: &str, error: &serde_yaml::Error) -> Option<usize> {
    let full = error.to_string();
    if let Some((_, position)) = full.split_once(" at position ") {
        let digits = position.split(|c: char| !c.is_ascii_digit()).next()?;
        return digits.parse().ok();
    }
    let at = error.location()?;
    let (line, column) = (at.line(), at.column());
    Some(Lines::new(text).offset(Position { line, column }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use serde_json::{Value, json};

    fn tree(text: &str) -> Value {
        read(text, &Limits::default()).unwrap().root
    }

    fn fault(text: &str) -> Failure {
        read(text, &Limits::default()).unwrap_err()
    }

    #[test]
    fn words_stay_words() {
        let text = "[NO, off, on, yes, 2024-01-01, 12:30:45, 007, 1_000, null, ~, true, 0x10, .inf, -.Inf, .nan]";
        assert_eq!(
            tree(text),
            json!([
                "NO",
                "off",
                "on",
                "yes",
                "2024-01-01",
                "12:30:45",
                "007",
                "1_000",
                null,
                null,
                true,
                16,
                ".inf",
                "-.inf",
                ".nan"
            ])
        );
        let large = tree("[18446744073709551615, 18446744073709551616, -9223372036854776000, 1e3]");
        assert_eq!(
            large.to_string(),
            "[18446744073709551615,1.8446744073709552e+19,-9.223372036854776e+18,1000.0]"
        );
    }

    #[test]
    fn keys_are_text() {
        let text = "200: a\n4XX: b\n1.10: c\ntrue: d\nnull: e\n\"x\": f\n? g\n: h\n";
        let keys: Vec<_> = tree(text).as_object().unwrap().keys().cloned().collect();
        assert_eq!(keys, ["200", "4XX", "1.10", "true", "null", "x", "g"]);
        assert_eq!(
            fault("{a: b}: c").message,
            "a list or mapping stands where a key must"
        );
    }

    #[test]
    fn merges_and_aliases() {
        let text = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\nx:\n  z: 0\n  <<: [*base, *more]\n  a: 9\ny: {<<: *more, <<: *base}\n";
        let root = tree(text);
        assert_eq!(root["x"].to_string(), r#"{"z":0,"b":2,"c":4,"a":9}"#);
        assert_eq!(root["y"], json!({"b": 3, "c": 4, "a": 1}));
        assert_eq!(
            fault("a: {<<: 1}").message,
            "`<<` merges mappings, but this is none"
        );
    }

    #[test]
    fn tags_say_nothing() {
        let text = "a: !Foo bar\nb: !Foo {c: 1}\nc: !!str 5\nd: !Foo [1]";
        assert_eq!(
            tree(text),
            json!({"a": "bar", "b": {"c": 1}, "c": "5", "d": [1]})
        );
    }

    #[test]
    fn duplicates_are_noted() {
        let found = read("200: a\n\"200\": b\nx: {y: 1, y: 2}\n", &Limits::default()).unwrap();
        let found: Vec<_> = found.duplicates.iter().map(|at| at.as_str()).collect();
        assert_eq!(found, ["/200", "/x/y"]);
    }

    #[test]
    fn bombs_are_refused() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for n in 1..40 {
            let alias = format!("*a{}", n - 1);
            bomb += &format!("a{n}: &a{n} [{}]\n", [alias.as_str(); 9].join(", "));
        }
        let long = format!(
            "a: &a {}\nb: [{}]",
            "x".repeat(1 << 20),
            "*a, ".repeat(1 << 16)
        );
        let keys = format!(
            "a: &a {{{}: 1}}\nb: [{}]",
            "x".repeat(1 << 10),
            "*a, ".repeat(1 << 18)
        );
        let cycle = "a: &a [*a, *a]";
        for text in [bomb.as_str(), &long, &keys, cycle] {
            assert_eq!(fault(text).code, Code::LimitExceeded);
        }
    }

    #[test]
    fn one_document_a_file() {
        let text = "--- \na: 1\nb: '---'\n--- # again\nc: 2\n";
        let failure = fault(text);
        assert_eq!(
            failure.message,
            "the file holds more than one YAML document"
        );
        assert_eq!(failure.offset, text.find("--- #"));
        assert_eq!(tree("%YAML 1.2\n---\na: 1\n...\n"), json!({"a": 1}));
    }

    #[test]
    fn messages_are_for_people() {
        let cases = [
            ("a: b: c", "there is a second `: ` in one line"),
            ("a: 1\n b: 2\n", "there is a second `: ` in one line"),
            (
                "a:\n  b: 1\n c: 2\n",
                "this line does not fit the mapping around it",
            ),
            ("a: 'it's'", "this line does not fit the mapping around it"),
            ("- a\nb: c\n", "this line does not fit the list around it"),
            ("a: 1\nb\nc: 2\n", "a key without a `:`"),
            ("a: [b", "a bracket is not closed, or a comma is missing"),
            ("a: {b: c", "a bracket is not closed, or a comma is missing"),
            ("a:\n\tb: 1", "a tab indents this line"),
            ("a: @b", "a value cannot start with `@`"),
            ("a: `b", "a value cannot start with a backtick"),
            ("a: \"b", "the file ends inside a string in quotes"),
            ("a: \"\\d\"", "an escape that YAML does not know"),
            ("a: *b", "nothing above is marked as `&b`"),
            ("a: \u{7}", "a control character, which YAML does not allow"),
            ("a: - b", "a `- ` cannot stand here"),
            ("a: *", "a `*` or `&` without a name"),
            ("a: !x!y z", "a tag with a prefix that is not declared"),
            (
                "a: !!int b",
                "a tag such as `!!int` says one type, and the value is of another",
            ),
            ("a: [,]", "a value is missing here"),
            ("a: | text", "something follows where the line must end"),
            ("a: \"\\ud800\"", "an escape that stands for no character"),
            ("a: x ? b: c", "there is a second `: ` in one line"),
            ("a\nb: 1", "there is a second `: ` in one line"),
        ];
        for (text, message) in cases {
            assert_eq!(fault(text).message, message, "{text}");
        }
    }

    #[test]
    fn faults_are_placed() {
        let text = "é: 1\nb: ü: x\n";
        assert_eq!(fault(text).offset, text.rfind(": "));
        let text = "é: 1\nb: ü\u{7}\n";
        assert_eq!(fault(text).offset, text.find('\u{7}'));
        let text = "a:\n  b: [1,\n  c: 2\n";
        assert_eq!(
            fault(text).related,
            Some((text.find('[').unwrap(), "opened here"))
        );
    }
}
