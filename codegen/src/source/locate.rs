//! Where the nodes of a tree stand in its text.
//!
//! Positions are wanted only when there is something to say, so trees carry none: a text is scanned
//! again, once for all pointers. The only file that knows `saphyr_parser`.

use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::failure::{FLATTEN, Failure, LOOK_AROUND, SHORTEN};
use super::wanted::{Shape, Wanted};
use super::{Limits, locate_json};
use crate::diagnostic::{Code, On, Pointer};

/// The bytes to show for each place, found in one scan.
///
/// What is not there, because it came through an alias or is missing, is shown by its nearest
/// ancestor that is; `None` where the text has nothing at all.
#[must_use]
pub fn places(text: &str, places: &[(&Pointer, On)]) -> Vec<Option<Range<usize>>> {
    let (wanted, nodes) = scan(text, places.iter().map(|(pointer, _)| *pointer));
    let found = nodes.into_iter().zip(places);
    found
        .map(|(node, (_, on))| wanted.resolve(text, node, *on))
        .collect()
}

/// Every place where the key of each pointer stands, found in one scan: more than one where it is a
/// duplicate.
#[must_use]
pub fn keys(text: &str, pointers: &[Pointer]) -> Vec<Vec<Range<usize>>> {
    let (wanted, nodes) = scan(text, pointers);
    nodes.into_iter().map(|node| wanted.keys(node)).collect()
}

fn scan<'p>(text: &str, pointers: impl IntoIterator<Item = &'p Pointer>) -> (Wanted, Vec<usize>) {
    let (mut wanted, nodes) = Wanted::new(pointers);
    if !locate_json::scan(text, &mut wanted) {
        wanted.clear();
        scan_yaml(text, &mut wanted);
        if !text.is_ascii() {
            wanted.convert(|characters| bytes_of(text, characters));
        }
    }
    (wanted, nodes)
}

/// Goes over the events until the first fault; what was found by then counts.
fn scan_yaml(text: &str, wanted: &mut Wanted) {
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        let goes_on = match event {
            Event::Scalar(text, ..) => {
                scalar(wanted, range(span), Some(&text));
                true
            }
            Event::Alias(_) => {
                scalar(wanted, range(span), None);
                true
            }
            Event::SequenceStart(..) => wanted.open(range(span), true, shape(span)),
            Event::MappingStart(..) => wanted.open(range(span), false, shape(span)),
            Event::SequenceEnd | Event::MappingEnd => {
                wanted.close(span.end.index());
                true
            }
            Event::DocumentEnd | Event::StreamEnd => false,
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) => true,
        };
        if !goes_on {
            return;
        }
    }
}

fn scalar(wanted: &mut Wanted, range: Range<usize>, text: Option<&str>) {
    if wanted.at_key() {
        wanted.key(range, text);
    } else {
        wanted.scalar(range);
    }
}

fn range(span: Span) -> Range<usize> {
    span.start.index()..span.end.index()
}

/// Only a collection in brackets starts with a mark of its own.
fn shape(start: Span) -> Shape {
    if start.is_empty() {
        Shape::Block
    } else {
        Shape::Flow
    }
}

/// The parser counts characters; this finds the bytes of ascending ones in one pass.
fn bytes_of(text: &str, characters: &[usize]) -> Vec<usize> {
    let mut all = text.char_indices().map(|(at, _)| at).enumerate();
    let bytes = characters.iter().map(|wanted| {
        let found = all.by_ref().find(|(index, _)| index == wanted);
        found.map_or(text.len(), |(_, byte)| byte)
    });
    bytes.collect()
}

/// Counts the levels and events of a YAML text without building anything.
pub(super) fn measure(text: &str, limits: &Limits) -> Result<(), Failure> {
    let mut parser = Parser::new_from_str(text);
    let mut depth = 0usize;
    let mut events = 0usize;
    // A key and a value for each node at most, and some for collections' ends.
    let most_events = limits.nodes.saturating_mul(3) / 2;
    let mut last = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            // The parser stops at 255 brackets, or does not read the text at all: then the one that
            // builds the tree must not try either, since nothing is known about what follows.
            Err(error) => {
                let deep = error.info().contains("recursion limit");
                return Err(if deep {
                    too_deep(limits)
                } else {
                    unreadable(&error)
                }
                .at(Some(byte_of(text, error.marker().index()))));
            }
        };
        events += 1;
        last = span.start.index();
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits.depth {
            return Err(too_deep(limits).at(Some(byte_of(text, last))));
        }
        if events > most_events {
            break;
        }
    }
    if events > most_events {
        let message = format!("the document holds more than {} values", limits.nodes);
        let failure = Failure::new(Code::LimitExceeded, message).help(SHORTEN);
        return Err(failure.at(Some(byte_of(text, last))));
    }
    Ok(())
}

fn too_deep(limits: &Limits) -> Failure {
    let message = format!("the document nests deeper than {} levels", limits.depth);
    Failure::new(Code::LimitExceeded, message).help(FLATTEN)
}

fn unreadable(error: &saphyr_parser::ScanError) -> Failure {
    Failure::new(
        Code::InvalidSyntax,
        format!("this is not YAML: {}", error.info()),
    )
    .help(LOOK_AROUND)
}

fn byte_of(text: &str, character: usize) -> usize {
    text.char_indices()
        .nth(character)
        .map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a place shows: the text, and how often it begins before.
    fn shown(text: &str, pointer: &str, on: On) -> String {
        let pointer = Pointer::parse(pointer).unwrap();
        let found = places(text, &[(&pointer, on)]);
        let range = found.into_iter().next().unwrap().unwrap();
        format!("{}@{}", text.get(range.clone()).unwrap(), range.start)
    }

    fn at(text: &str, shown: &str) -> String {
        format!("{shown}@{}", text.find(shown).unwrap())
    }

    const YAML: &str = "# ü\r\nopenapi: 3.0.3\r\npaths:\n  /ä/{id}:\n    get:\n      tags: [a, \"b\", {c: d}]\n      \
        list:\n        - one: 1\n          two: ''\n        - - nested\n      text: |\n        long\n        text\n      \
        none:\n      last: &x 7\n  same: *x\n200: ok\n";

    #[test]
    fn finds_keys_and_values_in_yaml() {
        let op = "/paths/~1ä~1{id}/get";
        for (pointer, on, text) in [
            ("/openapi".to_owned(), On::Key, "openapi"),
            ("/openapi".to_owned(), On::Value, "3.0.3"),
            ("/paths/~1ä~1{id}".to_owned(), On::Key, "/ä/{id}"),
            (format!("{op}/tags"), On::Value, "[a, \"b\", {c: d}]"),
            (format!("{op}/tags/1"), On::Value, "\"b\""),
            (format!("{op}/tags/1"), On::Key, "\"b\""),
            (format!("{op}/tags/2/c"), On::Key, "c: d".get(..1).unwrap()),
            (format!("{op}/list/0/two"), On::Value, "''"),
            (format!("{op}/list/1/0"), On::Value, "nested"),
            (format!("{op}/last"), On::Value, "&x 7"),
            ("/paths/same".to_owned(), On::Value, "*x"),
            ("/200".to_owned(), On::Key, "200"),
        ] {
            let shown = shown(YAML, &pointer, on);
            assert!(shown.starts_with(&format!("{text}@")), "{pointer}: {shown}");
        }
    }

    #[test]
    fn values_of_several_lines_are_shown_by_their_key() {
        for (pointer, key) in [
            ("get", "get"),
            ("get/text", "text"),
            ("get/none", "none"),
            ("get/list", "list"),
        ] {
            let pointer = format!("/paths/~1ä~1{{id}}/{pointer}");
            assert_eq!(shown(YAML, &pointer, On::Value), at(YAML, key));
        }
        assert!(shown(YAML, "", On::Value).starts_with("openapi"));
        let item = shown(YAML, "/paths/~1ä~1{id}/get/list/0", On::Value);
        assert!(item.starts_with("one: 1\n"), "{item}");
    }

    #[test]
    fn what_is_missing_is_shown_by_its_nearest_ancestor() {
        assert_eq!(shown(YAML, "/paths/~1none/get", On::Key), at(YAML, "paths"));
        assert_eq!(shown(YAML, "/openapi/x", On::Key), at(YAML, "3.0.3"));
        assert_eq!(
            shown(YAML, "/paths/same/through/alias", On::Value),
            at(YAML, "*x")
        );
        assert_eq!(places("", &[(&Pointer::root(), On::Value)]), [None]);
    }

    #[test]
    fn json_that_yaml_cannot_read_is_found() {
        let long = "k".repeat(2000);
        let text = format!(
            "\t{{\"a\\/b\":\t{{\n\t\t\"\\ud83d\\ude00\":1,\"{long}\" : [true ,{{}}]}},\"é\":\"x\"}}\n"
        );
        assert_eq!(shown(&text, "/a~1b/😀", On::Value), at(&text, "1"));
        let long = shown(&text, &format!("/a~1b/{long}/1"), On::Value);
        assert!(long.starts_with("{}@"), "{long}");
        assert_eq!(shown(&text, "/é", On::Value), at(&text, "\"x\""));
        assert_eq!(shown(&text, "/a~1b", On::Value), at(&text, "\"a\\/b\""));
    }

    #[test]
    fn finds_every_duplicate() {
        let pointers = ["/a", "/b/c", "/b/d"].map(|text| Pointer::parse(text).unwrap());
        for text in [
            "a: 1\nb:\n  c: 1\n  \"c\": 2\na: 3\n",
            r#"{"a": 1, "b": {"c": 1, "c": 2}, "a": 3}"#,
        ] {
            let counts: Vec<_> = keys(text, &pointers).iter().map(Vec::len).collect();
            assert_eq!(counts, [2, 2, 0], "{text}");
        }
    }

    #[test]
    fn any_text_is_survived() {
        let pointer = Pointer::parse("/a/0/b").unwrap();
        for text in [
            "\u{feff}",
            "{",
            "[",
            "]",
            "{]",
            "{\"a\"",
            "{\"a\":",
            "{\"\\",
            "\"",
            "a: [",
            "a: b: c",
            "? ? ?",
            "- - -",
            "--- a\n--- b",
            "\0",
            "*a",
            "&a",
            "!!x",
            "%TAG",
            "{\"a\" 1}",
            "[1 2]",
            "{\"a\":[{\"b\":é]}",
        ] {
            assert_eq!(
                places(text, &[(&pointer, On::Key), (&pointer, On::Value)]).len(),
                2
            );
            assert_eq!(keys(text, std::slice::from_ref(&pointer)).len(), 1);
        }
        for deep in ["[", "{\"a\":", "- ", "{a: ", "? "] {
            let deep = deep.repeat(1 << 20);
            assert_eq!(places(&deep, &[(&pointer, On::Value)]).len(), 1);
        }
    }
}
