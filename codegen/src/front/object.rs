//! One object, read with `openapiv3`; and which of its values is to blame where that fails.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{node::Node, reader::Reader};
use crate::diagnostic::{Code, Diagnostic};

impl<'a> Reader<'a> {
    /// Reads an object without its children, which are read on their own: those keys are hidden.
    pub(super) fn parse<T: DeserializeOwned>(
        &mut self,
        node: &Node<'a>,
        what: &str,
        hidden: &[&str],
    ) -> Option<T> {
        if !self.expect_mapping(node, what) {
            return None;
        }
        let members = node.members()?;
        let shown = members
            .iter()
            .filter(|(key, _)| !key.starts_with("x-") && !hidden.contains(&key.as_str()));
        let own: Map<_, _> = shown
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        self.parse_map(node, what, own)
    }

    /// Reads an object whose children have been taken out already.
    pub(super) fn parse_map<T: DeserializeOwned>(
        &mut self,
        node: &Node<'a>,
        what: &str,
        mut own: Map<String, Value>,
    ) -> Option<T> {
        self.fetch_words(node, &mut own);
        let own = Value::Object(own);
        match T::deserialize(&own) {
            Ok(object) => Some(object),
            Err(error) => {
                self.blame::<T>(node, what, own, &error.to_string());
                None
            }
        }
    }

    /// Puts in words that stand in another place: no specification lets a `$ref` stand for text, and
    /// what is meant is plain.
    fn fetch_words(&mut self, node: &Node<'a>, own: &mut Map<String, Value>) {
        for key in ["summary", "description"] {
            let Some(member) = node.get(key).filter(|one| one.get("$ref").is_some()) else {
                continue;
            };
            let found = self.resolve(member);
            match found.and_then(|found| found.value.as_str()) {
                Some(text) => own.insert(key.to_owned(), text.into()),
                None => own.remove(key),
            };
        }
    }

    /// Reports the member without which the object could be read; else the object itself.
    fn blame<T: DeserializeOwned>(&mut self, node: &Node<'a>, what: &str, own: Value, why: &str) {
        let culprit = own
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, _)| key)
            .find(|key| {
                let mut without = own.clone();
                if let Some(members) = without.as_object_mut() {
                    members.remove(key.as_str());
                }
                T::deserialize(&without).is_ok()
            });
        let diagnostic = match culprit {
            Some(key) => {
                let place = self.value_place(&node.at.child(key));
                let message = format!("`{key}` of {what} has the wrong type");
                Diagnostic::new(Code::InvalidObject, place, message).label(plain(why))
            }
            None => {
                let place = self.key_place(&node.at);
                let message = format!("{what} is not as it must be: {}", plain(why));
                Diagnostic::new(Code::InvalidObject, place, message)
            }
        };
        self.report(diagnostic);
    }
}

/// Serde's words, cut to what a person can use.
fn plain(why: &str) -> String {
    let words = [
        ("missing field", "it lacks the key"),
        ("invalid type: ", ""),
        ("invalid value: ", ""),
        ("expected a sequence", "expected a list"),
        ("sequence", "a list"),
        ("expected a map", "expected a mapping"),
        ("map,", "a mapping,"),
        ("expected usize", "expected a whole number"),
    ];
    let mut why = why.to_owned();
    for (theirs, ours) in words {
        why = why.replace(theirs, ours);
    }
    why
}
