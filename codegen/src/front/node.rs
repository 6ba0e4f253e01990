//! A value of the tree, with its place.

use serde_json::{Map, Value};

use crate::{diagnostic::Origin, model::Mention, source::Document};

/// A value of the tree, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    pub(super) value: &'a Value,
    pub(super) at: Origin,
}

impl<'a> Node<'a> {
    pub(super) fn root(document: &'a Document) -> Self {
        Self {
            value: &document.root,
            at: Origin::root(&document.name),
        }
    }

    /// The member with this key.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self {
            value,
            at: self.at.child(key),
        })
    }

    /// The text of the member with this key.
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str()
    }

    /// Whether its `type` is this one, which some write with capitals.
    pub(super) fn is_typed(&self, name: &str) -> bool {
        let ty = self.text("type");
        ty.is_some_and(|one| one.eq_ignore_ascii_case(name))
    }

    /// The node as a pointer into answers, which has this text.
    pub(super) fn mention(&self, text: &str) -> Mention {
        Mention {
            text: text.to_owned(),
            at: self.at.clone(),
        }
    }

    /// The members, where the value is an object.
    pub(super) fn members(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object()
    }

    /// The members with their keys, in the order of the text.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'a str, Self)> + use<'a> {
        let at = self.at.clone();
        let members = self.members().into_iter().flatten();
        members.map(move |(key, value)| {
            let at = at.child(key);
            (key.as_str(), Self { value, at })
        })
    }

    /// The elements, where the value is a list.
    pub(super) fn items(&self) -> impl Iterator<Item = Self> + use<'a> {
        let at = self.at.clone();
        let items = self.value.as_array().into_iter().flatten();
        items.enumerate().map(move |(index, value)| Self {
            value,
            at: at.index(index),
        })
    }
}

/// What kind of value it is, as a person says it.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "a mapping",
    }
}
