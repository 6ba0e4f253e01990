//! Bodies that have no example themselves, put together from the examples of their members.
//!
//! Only examples are taken, and what can have no other value (`const`). A body is put together only
//! where all members that it must have can be filled.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{super::reader::Reader, Found, Seen, size};
use crate::{
    collection::Table,
    diagnostic::{Origin, Pointer},
    model::{Object, SchemaId, Shape, Shown},
};

/// The values of one body: a person writes no larger example.
const MOST_VALUES: usize = 4_000;
/// How deep one nests.
const DEEPEST: usize = 24;

/// A value in the making.
struct Maker<'r, 'a> {
    reader: &'r mut Reader<'a>,
    /// Whether it is sent, or comes.
    is_sent: bool,
    /// The values that may still be looked for.
    left: usize,
    pieces: Vec<(Pointer, Origin)>,
    /// Schemas that are being filled: one that is met again has no end.
    open: Vec<SchemaId>,
}

impl Reader<'_> {
    /// What can be put together for a schema; `None` where a member is missing, or no example is in
    /// it.
    pub(super) fn assembled(
        &mut self,
        schema: SchemaId,
        is_sent: bool,
        seen: &mut Seen,
    ) -> Option<Arc<Shown>> {
        let id = self.schemas.meant(schema);
        if let Some(made) = seen.made.get(&(id, is_sent)) {
            return made.clone();
        }
        let mut maker = Maker {
            reader: self,
            is_sent,
            left: MOST_VALUES,
            pieces: Vec::new(),
            open: Vec::new(),
        };
        let value = maker.value(id, &Pointer::root());
        let Maker { pieces, left, .. } = maker;
        let at = self.schemas.get(id).at.clone();
        let is_paid = self
            .node_at(&at)
            .is_some_and(|node| self.spend(&node, MOST_VALUES.saturating_sub(left)));
        let made =
            value.filter(|value| is_paid && left > 0 && is_body(value) && !pieces.is_empty());
        let made = made.map(|value| Arc::new(Shown { at, value, pieces }));
        seen.made.insert((id, is_sent), made.clone());
        made
    }
}

/// A lone value is the example of a schema, and no body that was put together.
fn is_body(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Array(_))
}

impl<'a> Maker<'_, 'a> {
    fn value(&mut self, id: SchemaId, path: &Pointer) -> Option<Value> {
        if self.open.len() >= DEEPEST || self.open.contains(&id) {
            return None;
        }
        self.left = self.left.checked_sub(1).filter(|left| *left > 0)?;
        if let Some(Found { node, .. }) = self.reader.own_examples(id).into_iter().next() {
            self.left = self.left.saturating_sub(size(node.value));
            self.pieces.push((path.clone(), node.at));
            return (self.left > 0).then(|| node.value.clone());
        }
        self.open.push(id);
        let value = self.filled(id, path);
        self.open.pop();
        value
    }

    fn filled(&mut self, id: SchemaId, path: &Pointer) -> Option<Value> {
        let shape = self.reader.schemas.get(id).shape.clone();
        match shape {
            Shape::Same(next) => self.value(next, path),
            Shape::Array(array) => {
                let item = self.value(array.items, &path.index(0))?;
                Some(Value::Array(vec![item]))
            }
            Shape::Object(_) | Shape::AllOf(_) => self.object(id, path),
            Shape::Choice(choice) => {
                let members = choice.members.into_iter();
                self.first(members, path)
            }
            Shape::Boolean(one) => only(&one.values),
            Shape::Integer(one) => only(&one.values),
            Shape::Number(one) => only(&one.values),
            Shape::Text(one) => only(&one.values),
            Shape::Any | Shape::Faulty | Shape::Own(_) | Shape::Null => None,
        }
    }

    /// The first of several schemas for which there is a value.
    fn first(&mut self, mut all: impl Iterator<Item = SchemaId>, path: &Pointer) -> Option<Value> {
        let before = self.pieces.len();
        all.find_map(|member| {
            let value = self.value(member, path);
            if value.is_none() {
                self.pieces.truncate(before);
            }
            value
        })
    }

    /// An object, with all members for which there is a value.
    fn object(&mut self, id: SchemaId, path: &Pointer) -> Option<Value> {
        let mut parts = Parts::default();
        self.parts(id, path, &mut parts)?;
        let Parts {
            properties,
            required,
            mut filled,
        } = parts;
        for (name, schemas) in properties {
            if filled.contains_key(&name) {
                continue;
            }
            let before = self.pieces.len();
            match self.first(schemas.into_iter(), &path.child(&name)) {
                Some(value) => {
                    filled.insert(name, value);
                }
                None => self.pieces.truncate(before),
            }
        }
        let is_whole = required.iter().all(|name| filled.contains_key(name));
        (is_whole && !filled.is_empty()).then_some(Value::Object(filled))
    }

    /// The members that an object has by all of its schemas; `None` where one is for no object.
    fn parts(&mut self, id: SchemaId, path: &Pointer, parts: &mut Parts) -> Option<()> {
        self.left = self.left.checked_sub(1).filter(|left| *left > 0)?;
        let shape = self.reader.schemas.get(id).shape.clone();
        match shape {
            Shape::Object(object) => self.members(object, parts),
            Shape::Same(next) => self.part(next, path, parts)?,
            Shape::AllOf(members) => {
                for member in members {
                    self.part(member, path, parts)?;
                }
            }
            Shape::Any | Shape::Faulty => {}
            _ => parts.filled.extend(self.whole(id, path)?),
        }
        Some(())
    }

    /// The members by one of several schemas, which may have an example of its own.
    fn part(&mut self, id: SchemaId, path: &Pointer, parts: &mut Parts) -> Option<()> {
        if self.open.len() >= DEEPEST || self.open.contains(&id) {
            return None;
        }
        if !self.reader.own_examples(id).is_empty() {
            parts.filled.extend(self.whole(id, path)?);
            return Some(());
        }
        self.open.push(id);
        let done = self.parts(id, path, parts);
        self.open.pop();
        done
    }

    fn whole(&mut self, id: SchemaId, path: &Pointer) -> Option<Map<String, Value>> {
        // It is open where it is gone through for its parts, and has no part in itself.
        let is_open = self.open.last() == Some(&id);
        if is_open {
            self.open.pop();
        }
        let value = self.value(id, path);
        if is_open {
            self.open.push(id);
        }
        match value? {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    fn members(&self, object: Object, parts: &mut Parts) {
        for (name, property) in object.properties {
            if self.is_of_other_side(property.schema) {
                continue;
            }
            if property.required {
                parts.required.push(name.clone());
            }
            parts.properties.get_or_default(name).push(property.schema);
        }
        let others = object.required.into_keys();
        parts
            .required
            .extend(others.filter(|name| !parts.properties.contains_key(name)));
    }

    /// Whether a member has no business on this side.
    fn is_of_other_side(&self, id: SchemaId) -> bool {
        let flag = if self.is_sent {
            "readOnly"
        } else {
            "writeOnly"
        };
        let node = self.reader.node_at(&self.reader.schemas.get(id).at);
        node.is_some_and(|node| node.value.get(flag) == Some(&Value::Bool(true)))
    }
}

/// What an object consists of.
#[derive(Default)]
struct Parts {
    /// The schemas that each member has.
    properties: Table<String, Vec<SchemaId>>,
    required: Vec<String>,
    /// Members that are there already.
    filled: Map<String, Value>,
}

/// The value of a schema that has only one.
fn only<T: Clone + Into<Value>>(values: &[T]) -> Option<Value> {
    match values {
        [only] => Some(only.clone().into()),
        _ => None,
    }
}
