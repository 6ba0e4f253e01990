//! Names that differ from the document's by more than case.

use super::{case::LONGEST, keyword};
use crate::{
    diagnostic::Place,
    notes::{ChangedName, NameKind, Notes, Why},
};

/// A name as it was given.
pub(crate) struct Given<'a> {
    /// What is named.
    pub kind: NameKind,
    /// The document's name; `None` where the document gives it none.
    pub text: Option<&'a str>,
    /// What the text alone becomes.
    pub natural: &'a str,
    /// What it is called in the end.
    pub name: &'a str,
    /// The Rust path of what it is in.
    pub within: &'a str,
    /// Where the document's name stands, or what is named.
    pub place: Place,
}

/// Notes a name, unless it differs from the document's by case alone.
pub(crate) fn note(given: Given<'_>, notes: &mut Notes) {
    let Given {
        kind,
        text,
        natural,
        name,
        within,
        place,
    } = given;
    if let Some(why) = why(text, natural, name) {
        notes.names.push(ChangedName {
            kind,
            document: text.map(str::to_owned),
            rust: format!("{within}::{name}"),
            why,
            place,
        });
    }
}

/// Whether a name tells a reader what the document's name is.
pub(crate) fn is_told(text: &str, name: &str) -> bool {
    matches!(why(Some(text), name, name), None | Some(Why::Keyword))
}

fn why(text: Option<&str>, natural: &str, name: &str) -> Option<Why> {
    if name != natural {
        return Some(Why::Taken);
    }
    let text = text?;
    if keyword::is_escaped(name) {
        return Some(Why::Keyword);
    }
    let (folded_text, folded_name) = (folded(text), folded(name));
    if !text.starts_with(separates) && !text.ends_with(separates) && folded_text == folded_name {
        return None;
    }
    if folded_text.chars().count() > LONGEST {
        return Some(Why::TooLong);
    }
    let lead = folded_name.strip_prefix('n');
    if lead == Some(&folded_text) && text.starts_with(char::is_numeric) {
        return Some(Why::DigitFirst);
    }
    Some(Why::Symbols)
}

/// A text without its case, and without what stands between its words.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !separates(*letter)) {
        // Up and down, since some letters have two lower cases (`σ` and `ς`).
        for upper in letter.to_uppercase() {
            folded.extend(upper.to_lowercase());
        }
    }
    folded
}

/// What documents put between words, where Rust has `_` or a capital letter. At an end it is more
/// than that: `-created` is not `created`.
fn separates(letter: char) -> bool {
    matches!(letter, '_' | '-' | ' ' | '.' | '/' | ':')
}

#[cfg(test)]
mod tests {
    use super::super::{field, type_name};
    use super::*;

    fn of(text: &str) -> [Option<Why>; 2] {
        [field, type_name].map(|make| why(Some(text), &make(text), &make(text)))
    }

    #[test]
    fn case_alone_is_no_change() {
        for text in [
            "sessionId",
            "HTTPServerURL",
            "X-Request-Id",
            "repos/get-content",
            "größe",
            "ΟΔΟΣ",
            "v1.0",
            "状态码",
        ] {
            assert_eq!(of(text), [None, None], "{text}");
        }
    }

    #[test]
    fn all_else_is_one() {
        assert_eq!(of("type"), [Some(Why::Keyword), None]);
        assert_eq!(of("self"), [Some(Why::Keyword), Some(Why::Keyword)]);
        assert_eq!(of("3d"), [Some(Why::DigitFirst), Some(Why::DigitFirst)]);
        for text in [
            "x[]",
            "-created",
            "_id",
            "+1",
            "😀",
            "",
            "user\u{202e}",
            "a\tb",
        ] {
            assert_eq!(of(text), [Some(Why::Symbols), Some(Why::Symbols)], "{text}");
        }
        assert_eq!(
            of(&"a".repeat(121)),
            [Some(Why::TooLong), Some(Why::TooLong)]
        );
    }

    #[test]
    fn what_was_taken_is_another_name() {
        assert_eq!(why(Some("user"), "user", "user2"), Some(Why::Taken));
        assert_eq!(why(None, "Unknown", "Unknown2"), Some(Why::Taken));
        assert_eq!(why(None, "Unknown", "Unknown"), None);
    }
}
