//! JSON text to a tree.

use serde::de::DeserializeSeed;
use serde_json::error::Category;

use super::failure::Failure;
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
        failure.unwrap_or_else(|| explain(&error)).at(Some(offset))
    })
}

/// serde_json counts bytes in its columns, and points at the byte it read last.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line = Lines::new(text).range(error.line());
    let byte = line.start + error.column().saturating_sub(1);
    floor(text, byte.min(line.end))
}

fn explain(error: &serde_json::Error) -> Failure {
    let full = error.to_string();
    let what = full
        .rsplit_once(" at line ")
        .map_or(full.as_str(), |(what, _)| what);
    if what.starts_with("recursion limit") {
        return Failure::new(Code::LimitExceeded, "the document nests too deep");
    }
    let failure = Failure::new(Code::InvalidSyntax, format!("this is not JSON: {what}"));
    match error.classify() {
        Category::Eof => Failure::new(
            Code::InvalidSyntax,
            "the document ends in the middle of a value",
        )
        .help("a closing quote, `]` or `}` is missing, or the file was cut off"),
        _ => match hint(what) {
            Some(help) => failure.help(help),
            None => failure,
        },
    }
}

fn hint(what: &str) -> Option<&'static str> {
    let hints = [
        ("trailing comma", "remove the comma before `}` or `]`"),
        ("expected `,` or", "a comma is missing between two entries"),
        ("key must be a string", "write keys in double quotes"),
        ("expected `:`", "write `\"key\": value`"),
        (
            "control character",
            "write line breaks in a string as `\\n` and tabs as `\\t`",
        ),
        ("invalid escape", "write a backslash in a string as `\\\\`"),
        (
            "trailing characters",
            "one file holds one document: remove what follows its last `}`",
        ),
        (
            "expected value",
            "values are strings in double quotes, numbers, `true`, `false`, `null`, lists and objects; JSON has no comments",
        ),
        (
            "surrogate",
            "write the character itself, or both halves of its `\\uXXXX\\uXXXX` pair",
        ),
        (
            "number out of range",
            "write a number that fits 64-bit floating point",
        ),
    ];
    let found = hints.iter().find(|(needle, _)| what.contains(needle));
    found.map(|(_, help)| *help)
}

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
        assert_eq!(message, "this is not JSON: trailing comma");
        assert_eq!(offset, text.find(']'));
        assert_eq!(
            fault("{\"a\": ").1,
            "the document ends in the middle of a value"
        );
        assert_eq!(fault("{} {}").2, Some(3));
    }
}
