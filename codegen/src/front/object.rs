//! One object, read with `openapiv3`; and which of its values is to blame where that fails.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{expect::Wanted, node::Node, reader::Reader};
use crate::diagnostic::{Code, Diagnostic, closest};

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
        self.parse_map(node, what, own(node.members()?, hidden))
    }

    /// Reads an object whose children have been taken out already.
    pub(super) fn parse_map<T: DeserializeOwned>(
        &mut self,
        node: &Node<'a>,
        what: &str,
        mut own: Map<String, Value>,
    ) -> Option<T> {
        self.fetch_words(node, &mut own);
        if !self.spend_text(node, size(&own)) {
            return None;
        }
        match T::deserialize(own.clone()) {
            Ok(object) => Some(object),
            Err(_) => {
                self.blame(node, what, own, fault::<T>);
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

    /// Reports the members that keep an object from being read, and those that it lacks.
    fn blame(&mut self, node: &Node<'a>, what: &str, mut own: Map<String, Value>, fault: Fault) {
        while let Some(why) = fault(&own) {
            if let Some(key) = missing_key(&why) {
                return self.report_missing(node, what, key);
            }
            let culprit = culprit(&own, &why, fault);
            let Some(key) = culprit else {
                let place = self.key_place(&node.at);
                let message = format!("{what} is not as OpenAPI says it must be");
                let help = format!("the reader says: {why}");
                return self
                    .report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            };
            self.report_member(node, what, &key, &why);
            own.shift_remove(&key);
            if fault(&own).as_deref().and_then(missing_key) == Some(&key) {
                return;
            }
        }
    }

    fn report_missing(&mut self, node: &Node<'a>, what: &str, key: &str) {
        let place = self.key_place(&node.at);
        let message = format!("{what} needs the key `{key}`");
        let help = MEMBERS.iter().find(|(member, _)| *member == key);
        let help = help.map_or_else(|| format!("add `{key}: …`"), |(_, help)| (*help).to_owned());
        self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
    }

    /// Reports the one member that is to blame.
    fn report_member(&mut self, node: &Node<'a>, what: &str, key: &str, why: &str) {
        let Some(member) = node.get(key) else {
            return;
        };
        let of = format!("`{key}` of {what}");
        if let Some(wanted) = wanted(why, member.value) {
            return self.wrong_kind(&member, &of, wanted);
        }
        let place = self.value_place(&member.at);
        let message = format!("{of} is not as OpenAPI says it must be");
        let known: Vec<_> = known_values(why).collect();
        let value = member.value.as_str().unwrap_or_default();
        let help = match closest(value, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("the reader says: {why}"),
            None => format!("write one of `{}`", known.join("`, `")),
        };
        self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
    }
}

/// The member without which the object has another fault, or none. Where the fault is then that the
/// member is missing, it is the culprit only if it is nothing like what was expected.
fn culprit(own: &Map<String, Value>, why: &str, fault: Fault) -> Option<String> {
    let mut missed = None;
    for (key, value) in own.iter().take(MOST_TRIED) {
        let mut without = own.clone();
        // In order, as serde reports the first fault that it meets.
        without.shift_remove(key.as_str());
        match fault(&without) {
            Some(other) if missing_key(&other) == Some(key) => {
                if missed.is_none() && is_refused(why, value) {
                    missed = Some(key.clone());
                }
            }
            Some(other) if other == why => {}
            _ => return Some(key.clone()),
        }
    }
    missed
}

/// Whether it is this value that serde does not take: it shows text.
fn is_refused(why: &str, value: &Value) -> bool {
    match value {
        Value::String(text) => {
            why.contains(&format!("string {text:?}")) || why.contains(&format!("variant `{text}`"))
        }
        value => wanted(why, value).is_some(),
    }
}

/// How many members are tried; no object of OpenAPI has as many, and a hostile one may have more.
const MOST_TRIED: usize = 100;

/// The members that are read with their object.
fn own(members: &Map<String, Value>, hidden: &[&str]) -> Map<String, Value> {
    let own = members
        .iter()
        .filter(|(key, _)| !key.starts_with("x-") && !hidden.contains(&key.as_str()));
    own.map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// How long the texts are among the members.
fn size(own: &Map<String, Value>) -> usize {
    let texts = own.values().filter_map(Value::as_str);
    texts.map(str::len).sum()
}

/// What serde says of an object that cannot be read.
type Fault = fn(&Map<String, Value>) -> Option<String>;

/// The same, of an object of one type. It is read by value here, too: `openapiv3` reads what may be a
/// reference that way once that has failed, and to read by reference would have the compiler write all
/// readers once more.
fn fault<T: DeserializeOwned>(own: &Map<String, Value>) -> Option<String> {
    Some(T::deserialize(own.clone()).err()?.to_string())
}

/// The key that is missed, if one is.
fn missing_key(why: &str) -> Option<&str> {
    why.strip_prefix("missing field `")?.split('`').next()
}

/// What must stand in the place of a value, if serde says so, and the value is nothing like it.
fn wanted(why: &str, found: &Value) -> Option<Wanted> {
    let (_, expected) = match why.rsplit_once("expected ") {
        None if why.ends_with("enum AdditionalProperties") => ("", "a map"),
        found => found?,
    };
    let wanted = match expected {
        "a boolean" => Wanted::Flag,
        "a string" | "variant identifier" => Wanted::Text,
        "a sequence" => Wanted::List,
        "a map" => Wanted::Mapping,
        "usize" | "u64" | "i64" => Wanted::Whole,
        "f64" | "a JSON number" => Wanted::Number,
        other if other.starts_with("struct ") => Wanted::Mapping,
        _ => return None,
    };
    let is_it = match wanted {
        Wanted::Mapping => found.is_object(),
        Wanted::List => found.is_array(),
        Wanted::Text => found.is_string(),
        Wanted::Flag => found.is_boolean(),
        Wanted::Whole | Wanted::Number => false,
    };
    (!is_it).then_some(wanted)
}

/// The values that serde lists.
fn known_values(why: &str) -> impl Iterator<Item = &str> {
    let (_, list) = why.split_once("expected ").unwrap_or_default();
    list.split('`').skip(1).step_by(2)
}

/// Members that objects must have, and how to write them.
const MEMBERS: &[(&str, &str)] = &[
    ("description", "add what it means: `description: …`"),
    (
        "in",
        "add where it goes: `in: path`, `in: query` or `in: header`",
    ),
    ("name", "add its name as it is sent: `name: …`"),
    ("url", "add its address: `url: 'https://api.example.com'`"),
    (
        "default",
        "add what stands there if nothing is said: `default: …`",
    ),
    ("type", "add `type: http`, and `scheme: bearer` beside it"),
    ("scheme", "add `scheme: bearer` or `scheme: basic`"),
    (
        "propertyName",
        "add the property that tells them apart: `propertyName: kind`",
    ),
    ("openIdConnectUrl", "add `openIdConnectUrl: 'https://…'`"),
];
