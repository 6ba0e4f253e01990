//! Bodies near the documented ones: a few changes away, as JSON and as bytes.

use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Value, json};

/// One change of a body: at which of its places, and what comes there.
#[derive(Clone, Debug)]
enum Change {
    Replace(Index, Value),
    Remove(Index),
    Rename(Index, &'static str),
    Add(Index, &'static str, Value),
    Twice(Index),
}

/// Values that mean something to these APIs, and their look-alikes.
fn value() -> impl Strategy<Value = Value> {
    let known = vec![
        json!("success"),
        json!("Success"),
        json!("error"),
        json!("true"),
        json!("false"),
        json!("TRUE"),
        json!(true),
        json!(false),
        json!(null),
        json!(0),
        json!(1),
        json!(8015),
        json!("8015"),
        json!(8015.0),
        json!(""),
        json!([]),
        json!({}),
        json!([null]),
        json!([{}]),
        json!([{ "status": "true" }]),
        json!({ "status": "success" }),
        json!({ "code": "unauthorized", "message": "Invalid API key" }),
    ];
    prop_oneof![
        proptest::sample::select(known),
        "\\PC{0,3}".prop_map(Value::String)
    ]
}

fn name() -> impl Strategy<Value = &'static str> {
    let names = vec![
        "status", "success", "error", "errors", "data", "code", "message", "x", "",
    ];
    proptest::sample::select(names)
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (any::<Index>(), value()).prop_map(|(at, value)| Change::Replace(at, value)),
        1 => any::<Index>().prop_map(Change::Remove),
        1 => (any::<Index>(), name()).prop_map(|(at, name)| Change::Rename(at, name)),
        2 => (any::<Index>(), name(), value()).prop_map(|(at, name, value)| Change::Add(at, name, value)),
        1 => any::<Index>().prop_map(Change::Twice),
    ]
}

/// One of these bodies, up to three changes away.
pub(super) fn near(bodies: &[&str]) -> BoxedStrategy<Value> {
    let bodies: Vec<Value> = bodies
        .iter()
        .map(|body| serde_json::from_str(body).unwrap())
        .collect();
    (proptest::sample::select(bodies), vec(change(), 0..4))
        .prop_map(|(body, changes)| changes.iter().fold(body, changed))
        .boxed()
}

fn changed(mut body: Value, change: &Change) -> Value {
    let mut places = Vec::new();
    collect(&body, String::new(), &mut places);
    let at = |index: &Index| places[index.index(places.len())].clone();
    match change {
        Change::Replace(index, value) => *body.pointer_mut(&at(index)).unwrap() = value.clone(),
        Change::Add(index, name, value) => match body.pointer_mut(&at(index)).unwrap() {
            Value::Object(members) => drop(members.insert((*name).to_owned(), value.clone())),
            Value::Array(items) => items.push(value.clone()),
            _ => {}
        },
        Change::Remove(index) => drop(take(&mut body, &at(index))),
        Change::Rename(index, name) => {
            let (parent, taken) = take(&mut body, &at(index)).unwrap_or_default();
            if let Some(Value::Object(members)) = body.pointer_mut(&parent) {
                members.insert((*name).to_owned(), taken);
            }
        }
        Change::Twice(index) => {
            let place = at(index);
            let again = body.pointer(&place).cloned();
            let parent = place
                .rsplit_once('/')
                .and_then(|(parent, _)| body.pointer_mut(parent));
            if let Some(Value::Array(items)) = parent {
                items.extend(again);
            }
        }
    }
    body
}

/// Takes a value out of its place: the pointer to where it was, and the value. The whole body
/// stays.
fn take(body: &mut Value, place: &str) -> Option<(String, Value)> {
    let (parent, key) = place.rsplit_once('/')?;
    let taken = match body.pointer_mut(parent)? {
        Value::Object(members) => members.remove(&key.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => key.parse().ok().map(|at: usize| items.remove(at)),
        _ => None,
    };
    Some((parent.to_owned(), taken?))
}

/// The pointers to all places of a body.
fn collect(value: &Value, pointer: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(member, format!("{pointer}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{pointer}/{index}"), places);
            }
        }
        _ => {}
    }
    places.push(pointer);
}

/// Bytes that show as text when a test fails.
#[derive(Clone)]
pub(super) struct Body(pub(super) Vec<u8>);

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.escape_ascii())
    }
}

/// A body as bytes: mostly whole, at times cut, marked, or with a byte of another value.
pub(super) fn text(body: BoxedStrategy<Value>) -> impl Strategy<Value = Body> {
    let whole = body.prop_map(|body| body.to_string().into_bytes());
    (whole, 0..12_u8, any::<Index>(), any::<u8>()).prop_map(|(mut bytes, kind, at, byte)| {
        let at = at.index(bytes.len());
        match kind {
            0 => bytes.truncate(at),
            1 => bytes[at] = byte,
            2 => bytes.insert(at, byte),
            3 => bytes.splice(0..0, *b"\xef\xbb\xbf").for_each(drop),
            4 => bytes.extend_from_slice(b" x"),
            _ => {}
        }
        Body(bytes)
    })
}
