//! An overlay from its tree (Overlay 1.1.0, Schema).

use serde_json::{Map, Value};

use super::{
    model::{Action, Modifier, Overlay, Path, Version},
    path::{self, Fault},
};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, On, Origin, Place, closest, shown},
    source::{Document, locate},
};

const ROOT: &[&str] = &["overlay", "info", "extends", "actions"];
const INFO: &[&str] = &["title", "version", "description"];
const ACTION: &[&str] = &["target", "description", "update", "copy", "remove"];

/// Reads one overlay.
struct Reading<'r> {
    document: &'r Document,
    version: Version,
    /// Paths that are none, with what is wrong with them: they are looked for in one scan.
    no_paths: Vec<(Origin, &'r str, Fault)>,
    /// How many slips of the pen are still looked into.
    comparisons: usize,
    diagnostics: &'r mut Diagnostics,
}

/// Many times what a person's slips of the pen need.
const MOST_COMPARISONS: usize = 10_000;

/// Reads an overlay. What is at fault is reported, and the rest is read; `None` where the document is
/// no overlay of a known version.
pub(super) fn read(document: &Document, diagnostics: &mut Diagnostics) -> Option<Overlay> {
    let mut reading = Reading {
        document,
        version: Version::V11,
        no_paths: Vec::new(),
        comparisons: MOST_COMPARISONS,
        diagnostics,
    };
    let at = Origin::root(&document.name);
    let root = reading.root(&document.root, &at)?;
    reading.version = reading.version(root, &at)?;
    reading.keys(root, &at, ROOT, "an overlay");
    reading.info(root, &at);
    let actions = reading.actions(root, &at);
    reading.report_no_paths();
    Some(Overlay {
        version: reading.version,
        actions,
    })
}

impl<'r> Reading<'r> {
    fn root(&mut self, value: &'r Value, at: &Origin) -> Option<&'r Map<String, Value>> {
        let (what, help) = match value {
            Value::Object(members) if members.contains_key("overlay") => return Some(members),
            Value::Object(members) => {
                let mut keys = members.keys().take(100);
                let near = keys.find(|key| closest(key, ["overlay"]).is_some());
                match near {
                    Some(_) => ("it has no key `overlay`", "did you mean `overlay`?"),
                    None if members.contains_key("openapi") => (
                        "it has the key `openapi`",
                        "name the document first, and an overlay of it by `--overlay`",
                    ),
                    None => ("it has no key `overlay`", START),
                }
            }
            _ => ("it is no mapping", START),
        };
        let message = format!("this is no overlay: {what}");
        let place = Place::offset(&at.file, 0);
        self.say(Diagnostic::new(Code::InvalidOverlay, place, message).help(help));
        None
    }

    fn version(&mut self, root: &Map<String, Value>, at: &Origin) -> Option<Version> {
        let at = at.child("overlay");
        let text = match root.get("overlay")? {
            Value::String(text) => text.clone(),
            Value::Number(number) => {
                let help = format!("put it in quotes: `\"{number}\"`, or write `{number}.0`");
                self.tolerate(&at, "`overlay` must be text, and this is a number", help);
                number.to_string()
            }
            other => {
                self.wrong_kind(&at, "overlay", "text", other, "write `1.1.0`");
                return None;
            }
        };
        let is_version = |version: &str| {
            let rest = text.strip_prefix(version);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        match (is_version("1.0"), is_version("1.1")) {
            (true, _) => return Some(Version::V10),
            (_, true) => return Some(Version::V11),
            _ => {}
        }
        let message = match text.starts_with(|letter: char| letter.is_ascii_digit()) {
            true => format!("Overlay {} is not read yet", shown(&text)),
            false => "this is no version".to_owned(),
        };
        let diagnostic = Diagnostic::new(Code::UnsupportedDialect, at.value(), message);
        let help = "write the version that the overlay is for: `1.0.0` or `1.1.0`";
        self.say(diagnostic.label("1.0 and 1.1 are read").help(help));
        None
    }

    /// What is said of the overlay changes nothing, but must be there.
    fn info(&mut self, root: &Map<String, Value>, at: &Origin) {
        let help = "add `info: {title: …, version: \"1\"}`";
        let info = match root.get("info") {
            Some(Value::Object(info)) => info,
            Some(_) => return self.tolerate(&at.child("info"), "`info` must be a mapping", help),
            None => {
                let message = "an overlay has an `info` with `title` and `version`";
                return self.tolerate(at, message, help);
            }
        };
        let at = at.child("info");
        self.keys(info, &at, INFO, "`info`");
        for key in INFO {
            let is_asked_for = *key != "description";
            match info.get(*key) {
                None if is_asked_for => {
                    let message = format!("`info` has no `{key}`");
                    self.tolerate(&at, message, format!("add `{key}: …`"));
                }
                None | Some(Value::String(_)) => {}
                Some(other) => {
                    let help = match other {
                        Value::Number(_) | Value::Bool(_) => {
                            format!("put it in quotes: `\"{other}\"`")
                        }
                        _ => "write text in its place".to_owned(),
                    };
                    let message = format!("`{key}` must be text, and this is {}", kind(other));
                    self.tolerate(&at.child(key), message, help);
                }
            }
        }
    }

    fn actions(&mut self, root: &'r Map<String, Value>, at: &Origin) -> Vec<Action> {
        let help = "add some, as in `actions: [{target: $.info, update: {…}}]`";
        let here = at.child("actions");
        let items = match root.get("actions") {
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.wrong_kind(&here, "actions", "a list", other, help);
                return Vec::new();
            }
            None => {
                let message = "the overlay has no `actions`";
                let place = at.child("overlay").key();
                self.say(Diagnostic::new(Code::InvalidOverlay, place, message).help(help));
                return Vec::new();
            }
        };
        if items.is_empty() {
            let diagnostic = Diagnostic::new(
                Code::InvalidOverlay,
                here.value(),
                "an overlay has one action at least",
            );
            self.say(diagnostic.help(help));
        }
        let items = items.iter().enumerate();
        let actions = items.filter_map(|(index, item)| self.action(item, here.index(index)));
        actions.collect()
    }

    fn action(&mut self, value: &'r Value, at: Origin) -> Option<Action> {
        let help = "write it like `{target: $.info, update: {…}}`";
        let Value::Object(members) = value else {
            let message = format!("an action must be a mapping, and this is {}", kind(value));
            let diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message);
            self.say(diagnostic.help(help));
            return None;
        };
        self.keys(members, &at, ACTION, "an action");
        if let Some(other) = members
            .get("description")
            .filter(|other| !other.is_string())
        {
            let message = format!("`description` must be text, and this is {}", kind(other));
            self.tolerate(&at.child("description"), message, "write text in its place");
        }
        let target = match members.get("target") {
            Some(_) => self.path(members, &at, "target"),
            None => {
                let message = "this action has no `target`";
                let diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message);
                self.say(diagnostic.help("say what is to be changed: `target: $.info`"));
                None
            }
        };
        let modifier = self.modifier(members, &at)?;
        Some(Action {
            at,
            target: target?,
            modifier,
        })
    }

    fn modifier(&mut self, members: &'r Map<String, Value>, at: &Origin) -> Option<Modifier> {
        let update = members.get("update");
        let copy = members.get("copy").filter(|_| self.may_copy(at));
        let removes = match members.get("remove") {
            None => false,
            Some(Value::Bool(removes)) => *removes,
            Some(other) => {
                let help = "write `true` or `false`, without quotes";
                self.wrong_kind(
                    &at.child("remove"),
                    "remove",
                    "`true` or `false`",
                    other,
                    help,
                );
                return None;
            }
        };
        if removes {
            for key in ["update", "copy"]
                .iter()
                .filter(|key| members.contains_key(**key))
            {
                let message = format!("`{key}` has no effect, since `remove` is `true`");
                let help = format!("take `{key}` out, or `remove`, or make two actions of it");
                self.ignore(&at.child(key), message, help);
            }
            return Some(Modifier::Remove);
        }
        match (update, copy) {
            (Some(_), Some(_)) => {
                let message = "an action has `update` or `copy`, not both";
                let place = at.child("copy").key();
                let diagnostic = Diagnostic::new(Code::InvalidOverlay, place, message);
                self.say(diagnostic.help("make two actions of it"));
                None
            }
            (Some(update), None) => Some(Modifier::Update(update.clone())),
            (None, Some(_)) => self.path(members, at, "copy").map(Modifier::Copy),
            (None, None) => {
                let message = "this action changes nothing";
                let help = match self.version {
                    Version::V10 => "give it `update` or `remove: true`",
                    Version::V11 => "give it `update`, `copy` or `remove: true`",
                };
                let diagnostic = Diagnostic::new(Code::UnusedAction, at.value(), message);
                self.say(diagnostic.help(help));
                None
            }
        }
    }

    /// Whether `copy` means something, which is told where it does not.
    fn may_copy(&mut self, at: &Origin) -> bool {
        if self.version == Version::V10 {
            let message = "`copy` has no effect: it is a key of Overlay 1.1";
            self.ignore(&at.child("copy"), message, "write `overlay: 1.1.0`");
        }
        self.version >= Version::V11
    }

    fn path(&mut self, members: &'r Map<String, Value>, at: &Origin, key: &str) -> Option<Path> {
        let at = at.child(key);
        let text = match members.get(key)? {
            Value::String(text) => text,
            other => {
                self.wrong_kind(&at, key, "a JSONPath", other, "write one, such as `$.info`");
                return None;
            }
        };
        match path::parse(text) {
            Ok(query) => Some(Path {
                text: text.clone(),
                query,
            }),
            Err(fault) => {
                self.no_paths.push((at, text, fault));
                None
            }
        }
    }

    /// Reports paths that are none, each with the character at which reading ended.
    fn report_no_paths(&mut self) {
        let faults = std::mem::take(&mut self.no_paths);
        let text = &self.document.text;
        let places: Vec<_> = faults
            .iter()
            .map(|(at, ..)| (&at.pointer, On::Value))
            .collect();
        let ranges = locate::places(text, &places);
        for ((at, value, fault), range) in faults.iter().zip(ranges) {
            let start = range.and_then(|range| {
                let written = text.get(range.clone())?;
                let inner = written.strip_prefix(['\'', '"']).unwrap_or(written);
                let quote = written.len() - inner.len();
                // Where it is written with escapes or in several lines, all of it is meant.
                inner.starts_with(value).then_some(range.start + quote)
            });
            let letter = value.get(fault.at..).and_then(|rest| rest.chars().next());
            let length = letter.map_or(0, char::len_utf8);
            let place = match start.map(|start| start + fault.at) {
                Some(start) => Place::span(&at.file, start, start + length),
                None => at.value(),
            };
            let Fault { message, help, .. } = fault.clone();
            self.say(Diagnostic::new(Code::InvalidOverlay, place, message).help(help));
        }
    }

    /// Reports keys that no object of this kind has. Extensions may have any name.
    fn keys(&mut self, members: &Map<String, Value>, at: &Origin, known: &[&str], what: &str) {
        let unknown = |key: &&String| !known.contains(&key.as_str()) && !key.starts_with("x-");
        for key in members.keys().filter(unknown) {
            let message = format!("`{}` has no effect: {what} has no such key", shown(key));
            self.comparisons = self.comparisons.saturating_sub(known.len());
            let known = known.iter().filter(|_| self.comparisons > 0);
            let help = match closest(key, known.copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "take it out, or begin its name with `x-`".to_owned(),
            };
            self.ignore(&at.child(key), message, help);
        }
    }

    fn wrong_kind(&mut self, at: &Origin, key: &str, wanted: &str, found: &Value, help: &str) {
        let message = format!("`{key}` must be {wanted}, and this is {}", kind(found));
        self.say(Diagnostic::new(Code::InvalidOverlay, at.value(), message).help(help));
    }

    fn tolerate(&mut self, at: &Origin, message: impl Into<Box<str>>, help: impl Into<Box<str>>) {
        self.say(Diagnostic::new(Code::Tolerated, at.value(), message).help(help));
    }

    fn ignore(&mut self, at: &Origin, message: impl Into<Box<str>>, help: impl Into<Box<str>>) {
        self.say(Diagnostic::new(Code::Ignored, at.key(), message).help(help));
    }

    fn say(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

const START: &str = "an overlay starts with a line like `overlay: 1.1.0`";

/// What kind of value it is, as a person says it.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a mapping",
    }
}
