//! Mutations of the tree, which leave JSON or YAML that can be read.

use serde_json::{Map, Value, json};

use super::Mutator;
use crate::random::Random;

/// A tree that has grown beyond this grows no more.
const MOST_NODES: usize = 20_000;

impl Mutator {
    /// Changes a tree in a few places.
    pub(super) fn tree(&self, mut tree: Value, random: &mut Random) -> Value {
        // One change is most likely to be accepted, and so to reach the later stages.
        let changes = if random.once_in(3) { 5 } else { 1 };
        for _ in 0..=random.below(changes) {
            self.mutate(&mut tree, random);
        }
        tree
    }

    fn mutate(&self, tree: &mut Value, random: &mut Random) {
        let nodes = count(tree);
        let grows = nodes < MOST_NODES;
        match random.below(11) {
            0 => change_entries(tree, random, delete),
            1 if grows => change_entries(tree, random, duplicate),
            2 => {
                let (one, other) = (random.below(nodes), random.below(nodes));
                swap(tree, one, other);
            }
            3 => set(tree, random.below(nodes), retyped(random)),
            4 if grows => {
                let part = self.part(random);
                set(tree, random.below(nodes), part);
            }
            5 if grows => {
                let (key, part) = self.entry(random);
                change_entries(tree, random, |value, _| add(value, &key, part));
            }
            6 => {
                let text = self.text(random);
                set(tree, random.below(nodes), Value::from(text));
            }
            7 => {
                let key = self.text(random);
                change_entries(tree, random, |value, random| rename(value, &key, random));
            }
            8 => {
                let target = pointer(tree, random);
                set(tree, random.below(nodes), json!({"$ref": target}));
            }
            9 => {
                let levels = if random.once_in(4) { 130 } else { 3 };
                let levels = random.below(levels);
                let at = random.below(nodes);
                if let Some(value) = nth(tree, at) {
                    nest(value, levels, random);
                }
            }
            _ => {
                let (one, other) = (random.below(nodes), random.below(nodes));
                let copy = nth(tree, one).cloned().unwrap_or_default();
                if count(&copy) + nodes < MOST_NODES {
                    set(tree, other, copy);
                }
            }
        }
    }

    fn text(&self, random: &mut Random) -> String {
        random.pick(&self.hostile).cloned().unwrap_or_default()
    }

    /// A part of any document.
    fn part(&self, random: &mut Random) -> Value {
        let tree = self.start(random).and_then(|seed| seed.tree.as_ref());
        let mut tree = tree.cloned().unwrap_or_default();
        let at = random.below(count(&tree));
        nth(&mut tree, at).cloned().unwrap_or_default()
    }

    /// A key and a value of any document.
    fn entry(&self, random: &mut Random) -> (String, Value) {
        for _ in 0..20 {
            if let Value::Object(members) = self.part(random)
                && let Some((key, value)) = members.into_iter().next()
            {
                return (key, value);
            }
        }
        ("x-outspoken".to_owned(), json!({"errors": {}}))
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Object(members) => members.values().map(count).sum(),
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 0,
    }
}

/// The node of this number, in the order of the text.
fn nth(value: &mut Value, at: usize) -> Option<&mut Value> {
    let Some(mut at) = at.checked_sub(1) else {
        return Some(value);
    };
    let children: Box<dyn Iterator<Item = &mut Value>> = match value {
        Value::Object(members) => Box::new(members.values_mut()),
        Value::Array(items) => Box::new(items.iter_mut()),
        _ => return None,
    };
    for child in children {
        let size = count(child);
        if at < size {
            return nth(child, at);
        }
        at -= size;
    }
    None
}

fn set(tree: &mut Value, at: usize, value: Value) {
    if let Some(place) = nth(tree, at) {
        *place = value;
    }
}

fn swap(tree: &mut Value, one: usize, other: usize) {
    let first = nth(tree, one).cloned().unwrap_or_default();
    let second = nth(tree, other).map(|place| std::mem::replace(place, first));
    set(tree, one, second.unwrap_or_default());
}

/// Changes a mapping or list that is not empty.
fn change_entries(
    tree: &mut Value,
    random: &mut Random,
    change: impl FnOnce(&mut Value, &mut Random),
) {
    for _ in 0..50 {
        let at = random.below(count(tree));
        if let Some(value) = nth(tree, at).filter(|value| count(value) > 1) {
            return change(value, random);
        }
    }
}

fn delete(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(members) => {
            let at = random.below(members.len());
            *members = entries_without(members, at);
        }
        Value::Array(items) => {
            items.remove(random.below(items.len()));
        }
        _ => {}
    }
}

fn entries_without(members: &Map<String, Value>, at: usize) -> Map<String, Value> {
    let kept = members.iter().enumerate().filter(|(index, _)| *index != at);
    kept.map(|(_, (key, value))| (key.clone(), value.clone()))
        .collect()
}

fn duplicate(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(members) => {
            let at = random.below(members.len());
            if let Some((key, copy)) = members.iter().nth(at) {
                let (key, copy) = (format!("{key}2"), copy.clone());
                members.insert(key, copy);
            }
        }
        Value::Array(items) => {
            let copy = random.pick(items).cloned();
            items.extend(copy);
        }
        _ => {}
    }
}

fn add(value: &mut Value, key: &str, part: Value) {
    match value {
        Value::Object(members) => {
            members.insert(key.to_owned(), part);
        }
        Value::Array(items) => items.push(part),
        _ => {}
    }
}

fn rename(value: &mut Value, name: &str, random: &mut Random) {
    if let Value::Object(members) = value {
        let at = random.below(members.len());
        let renamed = members.iter().enumerate().map(|(index, (key, value))| {
            let key = if index == at { name } else { key };
            (key.to_owned(), value.clone())
        });
        *members = renamed.collect();
    }
}

/// A reference to any place of the tree, one that holds it too.
fn pointer(tree: &Value, random: &mut Random) -> String {
    let mut pointer = String::from("#");
    let mut value = tree;
    for _ in 0..random.below(7) {
        let entries: Vec<(String, &Value)> = match value {
            Value::Object(members) => members
                .iter()
                .map(|(key, value)| (key.clone(), value))
                .collect(),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(at, value)| (at.to_string(), value))
                .collect(),
            _ => break,
        };
        let Some((key, child)) = random.pick(&entries) else {
            break;
        };
        pointer.push('/');
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
        value = child;
    }
    pointer
}

fn nest(value: &mut Value, levels: usize, random: &mut Random) {
    let keys = [
        "items",
        "additionalProperties",
        "not",
        "all",
        "schema",
        "properties",
    ];
    for _ in 0..levels {
        let inner = value.take();
        let key = random.pick(&keys).copied().unwrap_or("items");
        *value = if random.once_in(3) {
            json!([inner])
        } else if random.once_in(2) {
            json!({"type": "array", "items": inner})
        } else {
            json!({key: inner})
        };
    }
}

/// A value of another kind.
fn retyped(random: &mut Random) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(1e308),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(404),
        json!(""),
        json!("404"),
        json!("2XX"),
        json!("#/components/schemas/Error"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({"type": "string"}),
        json!({"$ref": "#"}),
        json!(["null", "string"]),
    ];
    random.pick(&values).cloned().unwrap_or_default()
}
