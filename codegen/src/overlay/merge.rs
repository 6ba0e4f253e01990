//! `update` and `copy`: a value is merged into each of the values that are meant (Overlay 1.1.0,
//! Action Object).

use std::mem;

use serde_json::{Map, Value};

use super::{
    model::Version,
    picked::Picked,
    read::kind,
    remove::is_plain,
    room::{Room, Size},
    trace::{Below, From, Trace},
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Origin, Place};

/// Merges one value into others.
pub(super) struct Merge<'m> {
    pub(super) version: Version,
    pub(super) room: &'m mut Room,
    pub(super) diagnostics: &'m mut Diagnostics,
    /// Where faults are told that the place of the value does not tell: a copied one is in order
    /// where it stands.
    pub(super) copy: Option<Place>,
    pub(super) is_too_much: bool,
}

/// A value that is merged, and where it comes from.
#[derive(Debug, Clone)]
pub(super) struct Source<'s> {
    pub(super) value: &'s Value,
    pub(super) origin: Origin,
    pub(super) trace: Option<&'s Trace>,
}

/// A value that is merged into, and where it stands.
struct Target<'t> {
    value: &'t mut Value,
    trace: &'t mut Trace,
    here: Origin,
    /// How many mappings and lists it is in.
    level: usize,
}

impl<'s> Source<'s> {
    fn child(&self, value: &'s Value, trace: Option<&'s Trace>, usual: Origin) -> Self {
        let origin = match trace {
            Some(trace) => trace.from.places(&self.origin, usual).0,
            None => usual,
        };
        Self {
            value,
            origin,
            trace,
        }
    }

    fn member(&self, key: &str, value: &'s Value) -> Self {
        let trace = self.trace.and_then(|trace| trace.below.members.get(key));
        self.child(value, trace.map(|trace| &**trace), self.origin.child(key))
    }

    fn item(&self, index: usize, value: &'s Value) -> Self {
        let trace = self.trace.and_then(|trace| trace.below.items.get(&index));
        self.child(value, trace.map(|trace| &**trace), self.origin.index(index))
    }

    /// Notes what is known of a copy of it.
    fn trace(&self, to: &mut Trace, from: impl FnOnce(Origin) -> From) {
        let below = self.trace.map(|trace| trace.below.clone());
        to.from = from(self.origin.clone());
        to.below = below.unwrap_or_default();
    }
}

impl Merge<'_> {
    /// Merges into all that is meant, from the root of a document on.
    pub(super) fn merge_picked(
        &mut self,
        root: &mut Value,
        trace: &mut Trace,
        document: Origin,
        picked: &Picked,
        source: &Source<'_>,
    ) {
        let root = Target {
            value: root,
            trace,
            here: document,
            level: 0,
        };
        self.walk(root, picked, source);
    }

    /// What is above is merged before what is below it: what is added comes last, and so moves
    /// nothing.
    fn walk(&mut self, target: Target<'_>, picked: &Picked, source: &Source<'_>) {
        let Target {
            value,
            trace,
            here,
            level,
        } = target;
        if picked.is_meant {
            let target = Target {
                value,
                trace,
                here: here.clone(),
                level,
            };
            self.merge_one(target, source);
        }
        let Some(last) = picked.below.last_key_value().map(|(last, _)| *last) else {
            return;
        };
        if !self.steps(last, &here) {
            return;
        }
        match value {
            Value::Object(members) => {
                for (position, (key, value)) in members.iter_mut().enumerate().take(last + 1) {
                    if let Some(picked) = picked.below.get(&position) {
                        let target = Target::member(&here, level, key, value, trace, self.room);
                        self.walk(target, picked, source);
                    }
                }
            }
            Value::Array(items) => {
                for (position, picked) in &picked.below {
                    if let Some(value) = items.get_mut(*position) {
                        let target = Target::item(&here, level, *position, value, trace, self.room);
                        self.walk(target, picked, source);
                    }
                }
            }
            _ => {}
        }
    }

    fn steps(&mut self, steps: usize, here: &Origin) -> bool {
        let way = here.pointer.as_str().len() / 16;
        self.room.steps.take(1 + steps + way) && !self.is_too_much
    }

    /// Merges into a value that a path selects.
    fn merge_one(&mut self, target: Target<'_>, source: &Source<'_>) {
        let Target {
            value,
            trace,
            here,
            level,
        } = target;
        match (value, source.value) {
            (Value::Object(members), Value::Object(with)) => {
                self.members(members, trace, &here, level + 1, with, source);
            }
            (Value::Array(items), Value::Array(with)) if self.version >= Version::V11 => {
                self.concatenate(items, trace, &here, level + 1, with, source);
            }
            (Value::Array(items), _) => {
                self.report_list_as_entry(source);
                self.append(items, trace, &here, level + 1, source);
            }
            (value, with) if is_plain(value) && is_plain(with) => {
                if self.room(with, level, &here) {
                    *value = with.clone();
                    let before = mem::take(&mut trace.from);
                    source.trace(trace, |origin| From::replaced(before, origin));
                }
            }
            (value, _) => self.report_unlike(value, &here, source),
        }
    }

    fn members(
        &mut self,
        members: &mut Map<String, Value>,
        trace: &mut Trace,
        here: &Origin,
        level: usize,
        with: &Map<String, Value>,
        source: &Source<'_>,
    ) {
        for (key, with) in with {
            if !self.steps(0, here) {
                return;
            }
            let source = source.member(key, with);
            match members.get_mut(key) {
                Some(value) => {
                    let target = Target::member(here, level - 1, key, value, trace, self.room);
                    self.merge_member(target, &source);
                }
                None if self.room(with, level, here) => {
                    members.insert(key.clone(), with.clone());
                    let mut traced = self.room.trace();
                    source.trace(&mut traced, From::Moved);
                    trace.below.members.insert(key.clone(), traced);
                }
                None => return,
            }
        }
    }

    /// Merges into a member that has the same key as a member of what is merged.
    fn merge_member(&mut self, target: Target<'_>, source: &Source<'_>) {
        let Target {
            value,
            trace,
            here,
            level,
        } = target;
        match (value, source.value) {
            (Value::Object(members), Value::Object(with)) => {
                self.members(members, trace, &here, level + 1, with, source);
            }
            (Value::Array(items), Value::Array(with)) => {
                self.concatenate(items, trace, &here, level + 1, with, source);
            }
            (value, with) if is_plain(value) && is_plain(with) => {
                if self.room(with, level, &here) {
                    *value = with.clone();
                    source.trace(trace, From::Moved);
                }
            }
            (_, Value::Null) if self.version == Version::V10 => self.report_null(source),
            (value, _) => self.report_unlike(value, &here, source),
        }
    }

    fn concatenate(
        &mut self,
        items: &mut Vec<Value>,
        trace: &mut Trace,
        here: &Origin,
        level: usize,
        with: &[Value],
        source: &Source<'_>,
    ) {
        for (index, with) in with.iter().enumerate() {
            if self.is_too_much {
                return;
            }
            self.append(items, trace, here, level, &source.item(index, with));
        }
    }

    fn append(
        &mut self,
        items: &mut Vec<Value>,
        trace: &mut Trace,
        here: &Origin,
        level: usize,
        source: &Source<'_>,
    ) {
        if self.steps(0, here) && self.room(source.value, level, here) {
            let mut traced = self.room.trace();
            source.trace(&mut traced, From::Moved);
            trace.below.items.insert(items.len(), traced);
            items.push(source.value.clone());
        }
    }

    fn room(&mut self, value: &Value, level: usize, here: &Origin) -> bool {
        let way = here.pointer.as_str().len();
        self.is_too_much |= !self.room.take(Size::of(value), level, way);
        !self.is_too_much
    }

    fn place(&self, source: &Source<'_>) -> Place {
        self.copy.clone().unwrap_or_else(|| source.origin.value())
    }

    fn report_unlike(&mut self, value: &Value, here: &Origin, source: &Source<'_>) {
        let (found, with) = (kind(value), kind(source.value));
        let message = format!("{with} cannot be merged into {found}");
        let diagnostic = Diagnostic::new(Code::InvalidOverlay, self.place(source), message)
            .also(here.value(), format!("this is {found}"));
        let help = match (self.version, value) {
            (_, Value::Object(_)) => "write a mapping, or remove what is there by an action before",
            (Version::V11, Value::Array(_)) => {
                "write a list, or remove what is there by an action before"
            }
            _ => "write a value of the same kind, or remove what is there by an action before",
        };
        self.diagnostics.push(diagnostic.help(help));
    }

    fn report_null(&mut self, source: &Source<'_>) {
        let message = "this is null, so what is there is left as it is";
        let diagnostic = Diagnostic::new(Code::Tolerated, self.place(source), message);
        self.diagnostics.push(diagnostic.help("take the key out"));
    }

    fn report_list_as_entry(&mut self, source: &Source<'_>) {
        if self.version >= Version::V11 || !source.value.is_array() {
            return;
        }
        let message = "this list becomes one entry of the list that the target selects";
        let diagnostic = Diagnostic::new(Code::Tolerated, self.place(source), message);
        let help = "write `overlay: 1.1.0` to add each of its items, or one action for each";
        self.diagnostics.push(diagnostic.help(help));
    }
}

impl<'t> Target<'t> {
    fn member(
        parent: &Origin,
        level: usize,
        key: &str,
        value: &'t mut Value,
        trace: &'t mut Trace,
        room: &mut Room,
    ) -> Self {
        let Below { members, .. } = &mut trace.below;
        let trace = members.entry(key.to_owned());
        let trace = trace.or_insert_with(|| room.trace());
        Self::child(parent, level, value, trace, parent.child(key))
    }

    fn item(
        parent: &Origin,
        level: usize,
        index: usize,
        value: &'t mut Value,
        trace: &'t mut Trace,
        room: &mut Room,
    ) -> Self {
        let trace = trace.below.items.entry(index);
        let trace = trace.or_insert_with(|| room.trace());
        Self::child(parent, level, value, trace, parent.index(index))
    }

    fn child(
        parent: &Origin,
        level: usize,
        value: &'t mut Value,
        trace: &'t mut Trace,
        usual: Origin,
    ) -> Self {
        Self {
            here: trace.from.places(parent, usual).0,
            value,
            trace,
            level: level + 1,
        }
    }
}
