//! The documents, their positions, and what is put into them.

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use outspoken_codegen::{
    Config, Generated, generate,
    source::{Limits, Sources},
};
use outspoken_tests::repo;
use serde_json::Value;

/// A text that tries to be more than text.
pub(crate) struct Payload {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The texts of `payloads.json`.
pub(crate) fn payloads() -> Vec<Payload> {
    let text = fs::read_to_string(repo::tests().join("hostile/payloads.json")).unwrap();
    let list: Value = serde_json::from_str(&text).unwrap();
    let payloads = list.as_array().unwrap().iter().map(|entry| {
        let times = entry["repeat"].as_u64().unwrap_or(1);
        Payload {
            name: entry["name"].as_str().unwrap().to_owned(),
            text: entry["text"]
                .as_str()
                .unwrap()
                .repeat(usize::try_from(times).unwrap()),
        }
    });
    payloads.collect()
}

/// A document with its positions open.
pub(crate) struct Template {
    pub(crate) name: String,
    tree: Value,
    pub(crate) positions: BTreeSet<String>,
    /// Positions in the templates of paths, where braces, `?` and `#` are no text.
    in_paths: BTreeSet<String>,
}

/// The documents of `documents`.
pub(crate) fn templates() -> Vec<Template> {
    let paths = repo::documents(&repo::tests().join("hostile/documents")).unwrap();
    paths.iter().map(|path| Template::read(path)).collect()
}

impl Template {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let read = Sources::new().parse(Arc::from("document.yaml"), text, &Limits::default());
        let mut template = Self {
            name: repo::stem(path),
            tree: read.unwrap().root,
            positions: BTreeSet::new(),
            in_paths: BTreeSet::new(),
        };
        let _ = map(&template.tree, &mut |text| {
            for part in text.split('<').skip(1) {
                let position = part.split_once('>').unwrap().0.to_owned();
                if text.contains("/{<") || text.contains(">/{") {
                    template.in_paths.insert(position.clone());
                }
                template.positions.insert(position);
            }
            text.to_owned()
        });
        template
    }

    /// A payload as it is put into a position.
    pub(crate) fn fitted(&self, position: &str, payload: &Payload) -> String {
        if self.in_paths.contains(position) {
            let text = payload.text.replace('{', "(").replace('}', ")");
            text.replace(['?', '#'], "%")
        } else {
            payload.text.clone()
        }
    }

    /// The document with something in each position.
    pub(crate) fn filled(&self, fill: impl Fn(&str) -> String) -> String {
        let filled = map(&self.tree, &mut |text| {
            let mut out = String::new();
            let mut rest = text;
            while let Some((before, position)) = rest.split_once('<') {
                let (position, after) = position.split_once('>').unwrap();
                out.push_str(before);
                out.push_str(&fill(position));
                rest = after;
            }
            out + rest
        });
        filled.to_string()
    }

    /// The twin: a plain word in each position.
    pub(crate) fn harmless(&self) -> String {
        self.filled(word)
    }
}

/// The plain word of a position: one that can stand in any, that of a variant's name too.
pub(crate) fn word(position: &str) -> String {
    let letters = position.replace('_', "");
    let (first, rest) = letters.split_at(1);
    first.to_uppercase() + rest
}

/// Changes the texts of a tree, keys included.
fn map(value: &Value, change: &mut impl FnMut(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::from(change(text)),
        Value::Array(items) => items.iter().map(|item| map(item, change)).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(key, value)| (change(key), map(value, change)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

/// What is generated from a text.
pub(crate) fn generated(folder: &Path, text: &str) -> Generated {
    let path = folder.join("twin.json");
    fs::write(&path, text).unwrap();
    generate(&path, "twin.json", &Config::new("twin"))
}
