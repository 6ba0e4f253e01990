//! Whether an example is what its schema says.
//!
//! This is a validator of its own, over the model as it is read, so that a fault of the document is
//! told from one of the generator: it knows nothing of types, merges nothing, and calls no part of
//! the plan. It checks what decides whether a client reads a value, and no bounds beside.

mod format;
mod object;
mod scalar;

use std::mem;

use indexmap::IndexSet;
use serde_json::Value;

use crate::{
    Config,
    diagnostic::{Origin, Pointer},
    model::{Choice, Schema, SchemaId, Schemas, Shape},
};

/// Steps of judging one example. A person writes none that takes so many.
const STEPS_OF_ONE: usize = 200_000;
/// How many references and compositions stand above each other.
const DEEPEST: usize = 64;

/// What an example and its schema disagree on.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// Where in the value.
    pub(super) path: Pointer,
    /// The schema that says otherwise.
    pub(super) schema: Origin,
    /// What is wrong, as a predicate of the example.
    pub(super) what: String,
    pub(super) weight: Weight,
}

/// What a client makes of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// It reads the value, but for this part of it.
    Left,
    /// It reads the value, and keeps it.
    Kept,
    /// It cannot read the value.
    Broken,
}

/// What an example and its schema disagree on, in the order of the value.
pub(super) fn judge(schemas: &Schemas, config: &Config, id: SchemaId, value: &Value) -> Vec<Fault> {
    let mut judge = Judge {
        schemas,
        config,
        left: STEPS_OF_ONE,
        open: Vec::new(),
        parts: 0,
        faults: Vec::new(),
    };
    judge.value(id, value, &Pointer::root());
    judge.faults
}

struct Judge<'s> {
    schemas: &'s Schemas,
    config: &'s Config,
    /// The steps that may still be taken: what is not judged has no faults.
    left: usize,
    /// The schemas that are being judged for one value: none of them says more the second time.
    open: Vec<SchemaId>,
    /// How many compositions the schema is a part of: a part says nothing of what others name.
    parts: usize,
    faults: Vec<Fault>,
}

/// The members of an object that its schemas speak of.
#[derive(Default)]
struct Known<'s> {
    names: IndexSet<&'s str>,
    /// Whether any others may be there.
    any: bool,
}

impl<'s> Judge<'s> {
    /// A value by itself.
    fn value(&mut self, id: SchemaId, value: &Value, path: &Pointer) {
        let around = (mem::take(&mut self.open), mem::take(&mut self.parts));
        let mut known = Known::default();
        self.by(id, value, path, &mut known);
        (self.open, self.parts) = around;
        if let (Value::Object(members), false) = (value, known.any) {
            let unknown = members
                .keys()
                .filter(|name| !known.names.contains(name.as_str()));
            for name in unknown {
                let what = format!("has `{}`, which its schema does not name", shown(name));
                let at = self.schemas.meant(id);
                self.fault(at, &path.child(name), what, Weight::Left);
            }
        }
    }

    /// A value by one of its schemas.
    fn by(&mut self, id: SchemaId, value: &Value, path: &Pointer, known: &mut Known<'s>) {
        let Some(left) = self.left.checked_sub(1) else {
            known.any = true;
            return;
        };
        self.left = left;
        if self.open.contains(&id) || self.open.len() >= DEEPEST {
            return;
        }
        if value.is_null() {
            if !self.takes_null(id, 0) {
                self.fault(id, path, "is null".to_owned(), Weight::Broken);
            }
            return;
        }
        let schema = self.schemas.get(id);
        self.open.push(id);
        match &schema.shape {
            Shape::Any | Shape::Faulty | Shape::Own(_) => known.any |= self.parts == 0,
            Shape::Same(next) => self.by(*next, value, path, known),
            Shape::Null => self.wrong_type(id, value, path, "null"),
            Shape::Boolean(one) => self.boolean(id, one, value, path),
            Shape::Integer(one) => self.integer(id, one, value, path),
            Shape::Number(one) => self.number(id, one, value, path),
            Shape::Text(one) => self.text(id, one, value, path),
            Shape::Array(array) => match value {
                Value::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        self.value(array.items, item, &path.index(index));
                    }
                }
                _ => self.wrong_type(id, value, path, "a list"),
            },
            Shape::Object(object) => match value {
                Value::Object(members) => self.object(id, object, members, path, known),
                _ => self.wrong_type(id, value, path, "an object"),
            },
            Shape::AllOf(members) => {
                self.parts += 1;
                for member in members {
                    self.by(*member, value, path, known);
                }
                self.parts -= 1;
            }
            Shape::Choice(choice) => self.choice(id, choice, value, path, known),
        }
        self.open.pop();
    }

    /// The member of a choice that fits best: the one that a person would point to.
    fn choice(
        &mut self,
        id: SchemaId,
        choice: &'s Choice,
        value: &Value,
        path: &Pointer,
        known: &mut Known<'s>,
    ) {
        let before = mem::take(&mut self.faults);
        let mut best: Option<(Vec<Fault>, Known<'s>)> = None;
        let named = self.tagged(choice, value);
        let members = choice.members.iter().copied();
        let members = members.filter(|member| named.is_none_or(|named| *member == named));
        for member in members {
            let mut own = Known::default();
            self.by(member, value, path, &mut own);
            if let (Value::Object(members), false) = (value, own.any) {
                let names = members.keys().map(String::as_str);
                let unknown = names.filter(|name| {
                    !own.names.contains(name) && !known.names.contains(name) && !known.any
                });
                for name in unknown {
                    self.fault(member, &path.child(name), String::new(), Weight::Left);
                }
            }
            let faults = mem::take(&mut self.faults);
            if best
                .as_ref()
                .is_none_or(|(best, _)| rank(&faults) < rank(best))
            {
                best = Some((faults, own));
            }
        }
        self.faults = before;
        let Some((faults, own)) = best else {
            known.any = true;
            return;
        };
        // What is only counted to find the best is reported where all schemas have been seen.
        let is_said = |fault: &Fault| !fault.what.is_empty();
        let is_broken = faults.iter().any(|fault| fault.weight == Weight::Broken);
        let is_alone = choice.members.len() == 1 || named.is_some();
        if is_broken && !is_alone {
            let first = faults.iter().find(|fault| fault.weight == Weight::Broken);
            let nearest = first.map_or(String::new(), |fault| {
                let inner = match fault.path == *path {
                    true => String::new(),
                    false => format!("at `{}` ", shown(&fault.path.to_string())),
                };
                format!(": by the nearest it {inner}{}", fault.what)
            });
            let what = format!("fits none of the schemas that it may have{nearest}");
            self.fault(id, path, what, Weight::Broken);
            known.any = true;
            return;
        }
        self.faults.extend(faults.into_iter().filter(is_said));
        known.names.extend(own.names);
        known.any |= own.any;
    }

    /// The member that a value names by the property which tells them apart.
    fn tagged(&self, choice: &Choice, value: &Value) -> Option<SchemaId> {
        let discriminator = choice.discriminator.as_ref()?;
        let tag = value.get(&discriminator.property)?.as_str()?;
        let mapped = discriminator.mapping.iter().find(|(name, _)| name == tag);
        let meant = |id: SchemaId| self.schemas.meant(id);
        let is_named = |id: &&SchemaId| match mapped {
            Some((_, target)) => meant(**id) == meant(*target),
            None => self.schemas.get(meant(**id)).name.as_deref() == Some(tag),
        };
        choice.members.iter().find(is_named).copied()
    }

    /// Whether a schema takes `null`.
    fn takes_null(&self, id: SchemaId, depth: usize) -> bool {
        let Schema {
            nullable, shape, ..
        } = self.schemas.get(id);
        if *nullable || depth >= DEEPEST {
            return true;
        }
        let deeper = |id: &SchemaId| self.takes_null(*id, depth + 1);
        match shape {
            Shape::Any | Shape::Faulty | Shape::Null => true,
            Shape::Same(next) => deeper(next),
            Shape::AllOf(members) => members.iter().all(deeper),
            Shape::Choice(choice) => choice.members.iter().any(deeper),
            _ => false,
        }
    }

    fn fault(&mut self, schema: SchemaId, path: &Pointer, what: String, weight: Weight) {
        self.faults.push(Fault {
            path: path.clone(),
            schema: self.schemas.get(schema).at.clone(),
            what,
            weight,
        });
    }

    fn wrong_type(&mut self, id: SchemaId, value: &Value, path: &Pointer, wanted: &str) {
        let what = format!("is {}, and {wanted} by its schema", kind(value));
        self.fault(id, path, what, Weight::Broken);
    }
}

/// How far a value is from a schema: what cannot be read counts first.
fn rank(faults: &[Fault]) -> (usize, usize, usize) {
    let count = |weight| faults.iter().filter(|fault| fault.weight == weight).count();
    (
        count(Weight::Broken),
        count(Weight::Kept),
        count(Weight::Left),
    )
}

/// What kind of value it is, as a person says it.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A text of the document within a message.
fn shown(text: &str) -> String {
    const MOST: usize = 40;
    let mut shown: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown.escape_debug().to_string()
}
