//! A document: its text and its tree.

use std::sync::Arc;

use serde_json::Value;

use super::failure::Failure;
use super::tree::Tree;
use super::{Limits, json, locate, yaml};
use crate::{
    collection::order,
    diagnostic::{Code, Diagnostic, Place, Pointer},
};

/// A file that could be read, whatever it means.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name, as the user knows it.
    pub name: Arc<str>,
    /// Its text, without a byte order mark.
    pub text: Arc<str>,
    /// Its tree, in the order of the text, with aliases and merge keys replaced.
    pub root: Value,
}

impl Document {
    /// Reads a text as JSON or YAML.
    ///
    /// What looks like JSON is read as JSON; where it is none, it may still be YAML, unless its name
    /// ends in `.json`.
    ///
    /// # Errors
    /// The reason why there is no tree, or every key that stands in a mapping twice.
    pub fn parse(name: Arc<str>, text: Arc<str>, limits: &Limits) -> Result<Self, Vec<Diagnostic>> {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => Arc::from(rest),
            None => text,
        };
        let Tree { root, duplicates } = read(&name, &text, limits)
            .map_err(|failure| vec![failure.within(&text).into_diagnostic(&name)])?;
        if duplicates.is_empty() {
            Ok(Self { name, text, root })
        } else {
            Err(report(&name, &text, duplicates))
        }
    }

    /// The value at a pointer.
    #[must_use]
    pub fn get(&self, pointer: &Pointer) -> Option<&Value> {
        self.root.pointer(pointer.as_str())
    }
}

fn read(name: &str, text: &str, limits: &Limits) -> Result<Tree, Failure> {
    let content = text.trim_start();
    if content.is_empty() {
        let failure = Failure::new(Code::InvalidSyntax, "the file is empty");
        return Err(failure.help("check its name, and whether it was saved"));
    }
    if !content.starts_with(['{', '[']) {
        return yaml::read(text, limits);
    }
    let failure = match json::read(text, limits) {
        Err(failure) if failure.code == Code::InvalidSyntax => failure,
        done => return done,
    };
    if has_json_name(name) {
        return Err(failure);
    }
    yaml::read(text, limits).map_err(|other| match content.get(1..) {
        Some(rest) if rest.trim_start().starts_with('"') => failure,
        _ => other,
    })
}

fn has_json_name(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// One diagnostic for each key that is there twice or more, with all its places.
fn report(name: &Arc<str>, text: &str, mut duplicates: Vec<Pointer>) -> Vec<Diagnostic> {
    order::sort(&mut duplicates);
    duplicates.dedup();
    let keys = locate::keys(text, &duplicates);
    let described = duplicates.into_iter().zip(keys);
    described
        .map(|(pointer, keys)| {
            let key = shorten(&pointer.last().unwrap_or_default());
            let message = format!("the key `{key}` stands here more than once");
            let help = "put all of it under one key, or rename or delete one of them";
            // The first is where a reader looks; it is the second that is one too many.
            let mut places = keys.iter().map(|at| Place::span(name, at.start, at.end));
            let first = places.next();
            let second = places.next();
            let place = second.unwrap_or_else(|| Place::key(name, pointer));
            let mut diagnostic = Diagnostic::new(Code::DuplicateKey, place, message)
                .label("again here")
                .help(help);
            if let Some(first) = first {
                diagnostic = diagnostic.also(first, "first here");
            }
            // A key that is there a thousand times is understood after a few.
            for more in places.take(8) {
                diagnostic = diagnostic.also(more, "and here");
            }
            diagnostic
        })
        .collect()
}

fn shorten(key: &str) -> String {
    let mut short: String = key.chars().take(80).collect();
    if short.len() < key.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{At, Span};

    fn parse(name: &str, text: &str) -> Result<Document, Vec<Diagnostic>> {
        Document::parse(Arc::from(name), Arc::from(text), &Limits::default())
    }

    fn fault(name: &str, text: &str) -> (Code, String) {
        let diagnostics = parse(name, text).unwrap_err();
        let only = diagnostics.into_iter().next().unwrap();
        (only.code, only.message.into())
    }

    #[test]
    fn content_decides_how_it_is_read() {
        for (name, text) in [
            ("a.yaml", "{\"a\": [1]}"),
            ("a.json", " \n{\"a\": [1]}"),
            ("a", "a: [1]"),
            ("a.json", "a:\n- 1"),
            ("a.yaml", "{a: [1,]} # flow"),
            ("a.yaml", "\u{feff}{\"a\": [1,]}"),
            ("a.json", "\u{feff}a: [1]"),
        ] {
            let document = parse(name, text).unwrap();
            assert_eq!(document.root, serde_json::json!({"a": [1]}), "{text}");
            let pointer = Pointer::parse("/a/0").unwrap();
            assert_eq!(document.get(&pointer), Some(&Value::from(1)));
        }
    }

    #[test]
    fn faults_are_told_in_the_language_of_the_file() {
        let comma = "{\"a\": [1,]}";
        assert_eq!(
            fault("a.JSON", comma).1,
            "this is not JSON: there is a comma too many"
        );
        assert_eq!(
            fault("a.yaml", "{\"a\": [1}").1,
            "this is not JSON: a comma or a `]` is missing"
        );
        assert!(
            fault("a.yaml", "{a: [1}")
                .1
                .starts_with("a bracket is not closed")
        );
        for empty in ["", " \n", "\u{feff}"] {
            assert_eq!(fault("a.yaml", empty).1, "the file is empty");
        }
    }

    #[test]
    fn deep_json_is_not_tried_as_yaml() {
        let (code, message) = fault("a.yaml", &"{\"a\":".repeat(1 << 20));
        assert_eq!(code, Code::LimitExceeded);
        assert!(message.contains("deeper"));
    }

    #[test]
    fn duplicates_have_all_their_places() {
        let text = "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 4\n";
        let found = parse("x.yaml", text).unwrap_err();
        assert_eq!(found.len(), 2);
        let spans: Vec<_> = found
            .iter()
            .map(|one| (one.place.at.clone(), one.related.len()))
            .collect();
        let at = |start| {
            At::Text(Span {
                start,
                end: start + 1,
            })
        };
        let (a, c) = (text.rfind("a:").unwrap(), text.rfind("c:").unwrap());
        assert_eq!(spans, [(at(a), 1), (at(c), 1)]);
    }
}
