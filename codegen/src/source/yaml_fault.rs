//! What the YAML parser says, in words that help.

use super::failure::{FLATTEN, Failure, LOOK_AROUND};
use super::{Lines, Position};
use crate::diagnostic::Code;

/// Turns the message of the parser into one that says what to do.
pub(super) fn explain(text: &str, offset: Option<usize>, full: &str) -> Failure {
    if full.contains("more than one document") {
        let message = "the file holds more than one YAML document";
        return Failure::new(Code::InvalidSyntax, message)
            .at(second_document(text))
            .help("keep the first document, and delete this `---` and what follows");
    }
    if full.contains("recursion limit exceeded") {
        return Failure::new(Code::LimitExceeded, "the document nests too deep").help(format!(
            "{FLATTEN}, and see that no alias stands in the value it repeats"
        ));
    }
    if full.contains("repetition limit exceeded") {
        let message = "aliases such as `*name` repeat too much of the document";
        return Failure::new(Code::LimitExceeded, message)
            .help("write out what is to be there, or refer to it by `$ref`");
    }
    let rest = offset.and_then(|offset| text.get(offset..));
    let known = MESSAGES.iter().find(|(needle, ..)| full.contains(needle));
    let (message, help) = match known {
        Some((_, message, help)) => {
            let by_text = by_text(full, rest.unwrap_or_default());
            by_text.unwrap_or_else(|| ((*message).to_owned(), (*help).to_owned()))
        }
        None => {
            let what = full.split(" at line ").next().unwrap_or_default();
            let what = what.split(", while ").next().unwrap_or_default();
            (format!("this is not YAML: {what}"), LOOK_AROUND.to_owned())
        }
    };
    Failure {
        related: context(text, full),
        ..Failure::new(Code::InvalidSyntax, message).help(help)
    }
}

/// What can be said better once one knows what stands there.
fn by_text(full: &str, rest: &str) -> Option<(String, String)> {
    if full.contains("unknown anchor") {
        let name = rest.strip_prefix('*')?;
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        let name = name.get(..end.unwrap_or(name.len()))?;
        return Some((
            format!("nothing above is marked as `&{name}`"),
            format!(
                "write `&{name}` before the value that is meant, or put text that starts with `*` in quotes"
            ),
        ));
    }
    if !full.contains("cannot start any token") {
        return None;
    }
    Some(match rest.chars().next()? {
        '\t' => (
            "a tab indents this line".to_owned(),
            "indent with spaces: YAML forbids tabs".to_owned(),
        ),
        '`' => (
            "a value cannot start with a backtick".to_owned(),
            QUOTE.to_owned(),
        ),
        other => (
            format!("a value cannot start with `{other}`"),
            QUOTE.to_owned(),
        ),
    })
}

const QUOTE: &str = "put the whole value in quotes";

/// The parser says `problem at line 3 column 1, while parsing a block mapping at line 1 column 1`.
fn context(text: &str, message: &str) -> Option<(usize, &'static str)> {
    let (_, context) = message.split_once(", while ")?;
    let (what, place) = context.split_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let label = if what.contains("flow") {
        "opened here"
    } else if what.contains("quoted") {
        "the string starts here"
    } else if what.contains("mapping") {
        "in the mapping that starts here"
    } else if what.contains("sequence") {
        "in the list that starts here"
    } else {
        return None;
    };
    let (line, column) = (line.parse().ok()?, column.parse().ok()?);
    let offset = Lines::new(text).offset(Position { line, column });
    Some((offset, label))
}

/// Where the second document starts: at the first `---` with content before it.
fn second_document(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut content = false;
    for line in text.split_inclusive('\n') {
        let marker = line.strip_prefix("---");
        if marker.is_some_and(|rest| content && rest.trim_start().len() < rest.len().max(1)) {
            return Some(at);
        }
        content |= marker.is_some() || !(line.trim().is_empty() || line.starts_with(['#', '%']));
        at += line.len();
    }
    None
}

/// What libyaml says, what it means, and what to do.
const MESSAGES: &[(&str, &str, &str)] = &[
    (
        "mapping values are not allowed",
        "there is a second `: ` in one line",
        "put the value in quotes if the `: ` belongs to it; else start a new line or check the indentation",
    ),
    (
        "did not find expected key",
        "this line does not fit the mapping around it",
        "indent it exactly like the other keys; a value that starts with a quote must end with it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list around it",
        "indent it like the other items and start it with `- `, or indent it deeper to go on with the item above",
    ),
    (
        "could not find expected ':'",
        "a key without a `:`",
        "write `key: value`, with a space after the colon; indent text that continues the line above",
    ),
    (
        "did not find expected ',' or",
        "a bracket is not closed, or a comma is missing",
        "put a comma between two entries, and the closing bracket after the last",
    ),
    (
        "block sequence entries are not allowed",
        "a `- ` cannot stand here",
        "start the list on a line of its own, below its key",
    ),
    (
        "block collections must",
        "a block cannot start inside brackets",
        "use only brackets inside brackets",
    ),
    (
        "found character that cannot start any token",
        "this character cannot start a value",
        "indent with spaces, never tabs; put values that start with `@` or `%` in quotes",
    ),
    (
        "found a tab character",
        "a tab indents this line",
        "indent with spaces: YAML forbids tabs",
    ),
    (
        "found unexpected end of stream",
        "the file ends inside a string in quotes",
        "add the closing quote",
    ),
    (
        "found unexpected document indicator",
        "a document ends inside a string in quotes",
        "add the closing quote before this line",
    ),
    (
        "found unknown escape character",
        "an escape that YAML does not know",
        "write a backslash as `\\\\` in double quotes, or use single quotes, where it is just a character",
    ),
    (
        "did not find expected hexdecimal number",
        "an escape with something other than hexadecimal digits",
        "write `\\xHH`, `\\uHHHH` or `\\UHHHHHHHH`",
    ),
    (
        "unknown anchor",
        "nothing above is marked with this name",
        "write `&name` before the value that is meant, or put text that starts with `*` in quotes",
    ),
    (
        "control characters are not allowed",
        "a control character, which YAML does not allow",
        "delete it, or write it as an escape such as `\\x07` in double quotes",
    ),
    (
        "expected a key",
        "a list or mapping stands where a key must",
        "write the key as text; put a `{…}` that is meant as text in quotes",
    ),
    (
        "found undefined tag handle",
        "a tag with a prefix that is not declared",
        "quote text that starts with `!`, or delete the tag",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a `*` or `&` without a name",
        "put values that start with `*` or `&` in quotes",
    ),
    (
        "invalid value: ",
        "a tag such as `!!int` says one type, and the value is of another",
        "delete the tag, or write a value of its type",
    ),
    (
        "mapping keys are not allowed",
        "a `? ` cannot stand here",
        "put text that starts with `? ` in quotes",
    ),
    (
        "did not find expected node content",
        "a value is missing here",
        "remove the comma too many, or write the value; put text that starts with `,`, `]` or `}` in quotes",
    ),
    (
        "did not find expected comment or line break",
        "something follows where the line must end",
        "after `|`, `>` or a directive only a comment may follow: start the text on the next line",
    ),
    (
        "invalid Unicode character escape code",
        "an escape that stands for no character",
        "write the character itself; YAML has no surrogate pairs",
    ),
    (
        "did not find expected <document start>",
        "text follows the end of the document",
        "indent all of the document alike, and start it with one mapping",
    ),
];
