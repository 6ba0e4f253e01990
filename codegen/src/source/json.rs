//! JSON text to a tree.

use serde::de::DeserializeSeed;
use serde_json::error::Category;

use super::failure::{FLATTEN, Failure, LOOK_AROUND};
use super::lines::floor;
use super::tree::{Reading, Tree};
use super::{Limits, Lines};
use crate::diagnostic::Code;

/// Reads JSON.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Tree, Failure> {
    let reading = Reading::new(limits, false);
    let mut parser = serde_json::Deserializer::from_str(text);
    let root = reading.root().deserialize(&mut parser);
    let root = root.and_then(|root| parser.end().map(|()| root));
    reading.finish(root).map_err(|(failure, error)| {
        let offset = offset(text, &error);
        failure.map_or_else(
            || explain(text, offset, &error),
            |failure| failure.at(Some(offset)),
        )
    })
}

/// serde_json counts bytes in its columns, and points at the byte it read last.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line = Lines::new(text).range(error.line());
    let byte = line.start + error.column().saturating_sub(1);
    floor(text, byte.min(line.end))
}

fn explain(text: &str, offset: usize, error: &serde_json::Error) -> Failure {
    let full = error.to_string();
    let what = full
        .rsplit_once(" at line ")
        .map_or(full.as_str(), |(what, _)| what);
    if what.starts_with("recursion limit") {
        let failure = Failure::new(Code::LimitExceeded, "the document nests too deep");
        return failure.help(FLATTEN).at(Some(offset));
    }
    let (message, help) = match error.classify() {
        Category::Eof => (
            "the document ends in the middle of a value".to_owned(),
            "a closing quote, `]` or `}` is missing, or the file was cut off",
        ),
        _ => {
            let (message, help) = in_words(what, text.get(offset..).unwrap_or_default());
            (format!("this is not JSON: {message}"), help)
        }
    };
    let offset = match what {
        // The comma is what is to go, and the reader stopped behind it.
        "trailing comma" => text.get(..offset).and_then(|before| before.rfind(',')),
        _ => None,
    }
    .unwrap_or(offset);
    Failure::new(Code::InvalidSyntax, message)
        .help(help)
        .at(Some(offset))
}

/// What serde_json says, in words that help; `rest` is the text from where it stopped.
fn in_words<'w>(what: &'w str, rest: &str) -> (&'w str, &'static str) {
    if rest.starts_with(['/', '#']) {
        return ("comments are not allowed", "delete the comment");
    }
    if rest.starts_with('\'') {
        return (
            "text is written in double quotes",
            "write `\"` in place of `'`",
        );
    }
    let known = MESSAGES.iter().find(|(needle, ..)| what.contains(needle));
    known.map_or((what, LOOK_AROUND), |(_, message, help)| (message, help))
}

/// What serde_json says, what it means, and what to do.
const MESSAGES: &[(&str, &str, &str)] = &[
    (
        "trailing comma",
        "there is a comma too many",
        "delete this comma: none stands before `}` or `]`",
    ),
    (
        "expected `,` or `]`",
        "a comma or a `]` is missing",
        "put a comma between two elements, and `]` after the last",
    ),
    (
        "expected `,` or `}`",
        "a comma or a `}` is missing",
        "put a comma between two entries, and `}` after the last",
    ),
    (
        "key must be a string",
        "a key is written in double quotes",
        "write it like `\"key\": value`",
    ),
    (
        "expected `:`",
        "a key without a `:`",
        "write it like `\"key\": value`",
    ),
    (
        "control character",
        "a line break, a tab or another control character stands in a string",
        "write line breaks in a string as `\\n` and tabs as `\\t`",
    ),
    (
        "invalid escape",
        "there is no such escape",
        "write a backslash in a string as `\\\\`",
    ),
    (
        "trailing characters",
        "something follows the end of the document",
        "one file holds one document: delete what follows its last `}`",
    ),
    (
        "expected value",
        "this is no value",
        "values are text in double quotes, numbers, `true`, `false`, `null`, lists and objects",
    ),
    (
        "expected ident",
        "this is no value",
        "write `true`, `false` or `null`, or put text in double quotes",
    ),
    (
        "surrogate",
        "half of a pair of escapes is missing",
        "write the character itself, or both halves of its `\\uXXXX\\uXXXX` pair",
    ),
    (
        "number out of range",
        "this number is too large",
        "write a number that fits 64-bit floating point",
    ),
    (
        "invalid number",
        "this is no number",
        "write it like `-1.5e3`: no `+`, no leading zeros, digits on both sides of the point",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fault(text: &str) -> (Code, String, Option<usize>) {
        let failure = read(text, &Limits::default()).unwrap_err();
        (failure.code, failure.message, failure.offset)
    }

    #[test]
    fn keeps_order_and_numbers() {
        let text = r#"{"z": 1, "a": -9223372036854776000, "<<": {"b": 18446744073709551616}}"#;
        let tree = read(text, &Limits::default()).unwrap();
        assert_eq!(
            tree.root.to_string(),
            r#"{"z":1,"a":-9.223372036854776e+18,"<<":{"b":1.8446744073709552e+19}}"#
        );
        assert!(tree.duplicates.is_empty());
    }

    #[test]
    fn notes_every_duplicate() {
        let text = r#"{"a": 1, "b": [{"c/d": 1, "c/d": 2, "c/d": 3}], "a": 2}"#;
        let tree = read(text, &Limits::default()).unwrap();
        let found: Vec<_> = tree.duplicates.iter().map(|at| at.as_str()).collect();
        assert_eq!(found, ["/b/0/c~1d", "/b/0/c~1d", "/a"]);
        assert_eq!(tree.root, json!({"a": 1, "b": [{"c/d": 1}]}));
    }

    #[test]
    fn deep_nesting_is_refused_quickly() {
        for text in ["[".repeat(10 << 20), r#"{"a":"#.repeat(2 << 20)] {
            let (code, message, _) = fault(&text);
            assert_eq!(code, Code::LimitExceeded, "{message}");
            assert_eq!(message, "the document nests deeper than 100 levels");
        }
    }

    #[test]
    fn limits_hold() {
        let limits = Limits {
            nodes: 3,
            bytes: 5,
            ..Limits::default()
        };
        assert!(read("[1, 2]", &limits).is_ok());
        assert!(read("[1, 2, 3]", &limits).is_err());
        assert!(read(r#"["ab", "abcd"]"#, &limits).is_err());
        assert!(read(r#"{"abcdefgh": 1}"#, &limits).is_err());
    }

    #[test]
    fn faults_are_placed() {
        let text = "{\n  \"é\": [1,]\n}";
        let (code, message, offset) = fault(text);
        assert_eq!(code, Code::InvalidSyntax);
        assert_eq!(message, "this is not JSON: there is a comma too many");
        assert_eq!(offset, text.find(','));
        assert_eq!(
            fault("{\"a\": ").1,
            "the document ends in the middle of a value"
        );
        assert_eq!(fault("{} {}").2, Some(3));
    }

    #[test]
    fn messages_are_for_people() {
        for (text, message) in [
            ("{// no\n}", "comments are not allowed"),
            ("{\"a\": # no\n1}", "comments are not allowed"),
            ("{'a': 1}", "text is written in double quotes"),
            ("{a: 1}", "a key is written in double quotes"),
            ("{\"a\" 1}", "a key without a `:`"),
            ("{\"a\": True}", "this is no value"),
            ("{\"a\": tru}", "this is no value"),
            ("{\"a\": 01}", "this is no number"),
            ("{\"a\": 1e999}", "this number is too large"),
            ("{\"a\": \"\\d\"}", "there is no such escape"),
            ("[1 2]", "a comma or a `]` is missing"),
            ("{} {}", "something follows the end of the document"),
        ] {
            let failure = read(text, &Limits::default()).unwrap_err();
            let wanted = format!("this is not JSON: {message}");
            assert_eq!(failure.message, wanted, "{text}");
            assert!(failure.help.is_some(), "{text}");
        }
    }
}
