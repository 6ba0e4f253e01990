//! Bodies that fit a schema, made of nothing else.
//!
//! A body is made with all members and with those alone that it must have; of choices and lists of values,
//! each in its turn. `pattern`, `not` and `patternProperties` are not looked at.

use indexmap::IndexMap;
use outspoken_codegen::{diagnostic::Origin, source::Documents};
use serde_json::{Map, Number, Value, json};

use super::{facts::Facts, node::Node};

/// Bodies of one schema.
const MOST: usize = 40;
/// Of a list of values, as many are taken in turn.
const MOST_VALUES: usize = 8;
/// Values of one body.
const LARGEST: usize = 2_000;
/// Where members are left out that may be.
const DEEP: usize = 10;

/// The bodies that fit a schema: none where none could be made.
#[must_use]
pub(super) fn bodies(documents: &Documents, schema: &Node<'_>) -> Vec<Value> {
    let mut bodies = Vec::new();
    for is_least in [false, true] {
        let (mut turn, mut ways) = (0, 1);
        while turn < ways.min(MOST) {
            let mut maker = Maker {
                documents,
                turn,
                is_least,
                ways,
                left: LARGEST,
            };
            let made = maker.value(std::slice::from_ref(schema), &mut Vec::new());
            ways = maker.ways;
            turn += 1;
            bodies.extend(made.filter(|made| !bodies.contains(made)));
        }
    }
    bodies
}

struct Maker<'d> {
    documents: &'d Documents,
    /// Which member of choices is taken.
    turn: usize,
    /// Whether what may be left out is.
    is_least: bool,
    /// The most members that a choice has.
    ways: usize,
    /// How many values may still be made.
    left: usize,
}

impl<'d> Maker<'d> {
    fn value(&mut self, schemas: &[Node<'d>], open: &mut Vec<Origin>) -> Option<Value> {
        self.left = self.left.checked_sub(1)?;
        let facts = Facts::of(schemas, self.documents, self.turn)?;
        self.ways = self.ways.max(facts.ways);
        if let Some(value) = self.listed(&facts.parts) {
            return Some(value);
        }
        let own: Vec<_> = facts.parts.iter().map(|part| part.at.clone()).collect();
        if own.iter().any(|at| open.contains(at)) {
            return None;
        }
        let before = open.len();
        open.extend(own);
        let value = self.of_type(&facts, open);
        open.truncate(before);
        value
    }

    /// A value that is listed.
    fn listed(&mut self, parts: &[Node<'d>]) -> Option<Value> {
        if let Some(only) = parts.iter().find_map(|part| part.value.get("const")) {
            return Some(only.clone());
        }
        let lists = parts
            .iter()
            .filter_map(|part| part.value.get("enum")?.as_array());
        let lists: Vec<_> = lists.collect();
        let first = lists.first()?.iter().filter(|value| !value.is_null());
        let common: Vec<_> = first
            .filter(|value| lists.iter().all(|list| list.contains(value)))
            .collect();
        self.ways = self.ways.max(common.len().min(MOST_VALUES));
        let of = self.turn.checked_rem(common.len())?;
        common.get(of).map(|value| (*value).clone())
    }

    fn of_type(&mut self, facts: &Facts<'d>, open: &mut Vec<Origin>) -> Option<Value> {
        let parts = &facts.parts;
        match kind(parts) {
            "object" => self.object(facts, open),
            "array" => self.array(parts, open),
            "integer" => Some(integer(parts)),
            "number" => Some(number(parts)),
            "boolean" => Some(Value::Bool(true)),
            "null" => Some(Value::Null),
            _ => Some(Value::String(text(parts))),
        }
    }

    fn object(&mut self, facts: &Facts<'d>, open: &mut Vec<Origin>) -> Option<Value> {
        let Facts { parts, tags, .. } = facts;
        let mut properties: IndexMap<&str, Vec<Node<'_>>> = IndexMap::new();
        let of = parts.iter().filter_map(|part| part.get("properties"));
        for (name, schema) in of.flat_map(|properties| properties.entries()) {
            properties.entry(name).or_default().push(schema);
        }
        let required = parts.iter().flat_map(|part| part.items("required"));
        let required: Vec<_> = required.filter_map(|one| one.value.as_str()).collect();
        let mut made = Map::new();
        for (name, schemas) in &properties {
            let is_required = required.contains(name);
            let is_sent = |one: &Node<'_>| one.value.get("writeOnly") == Some(&Value::Bool(true));
            let is_left_out = self.is_least || open.len() > DEEP || schemas.iter().any(is_sent);
            if is_left_out && !is_required && !tags.contains_key(name) {
                continue;
            }
            match self.value(schemas, open) {
                Some(value) => _ = made.insert((*name).to_owned(), value),
                None if is_required => return None,
                None => {}
            }
        }
        for (name, tag) in tags {
            let schemas = properties.get(name).map(Vec::as_slice).unwrap_or_default();
            let is_listed = |key| schemas.iter().any(|one| one.value.get(key).is_some());
            if !is_listed("enum") && !is_listed("const") {
                made.insert((*name).to_owned(), tag.as_str().into());
            }
        }
        let others = parts
            .iter()
            .find_map(|part| part.get("additionalProperties"));
        let others = others.filter(|others| others.value.is_object());
        let is_open = others.is_some() && !self.is_least;
        let more = is_open.then_some("more");
        let unknown = required.iter().copied().chain(more);
        for name in unknown.filter(|name| !properties.contains_key(name)) {
            let value = match &others {
                Some(others) => self.value(std::slice::from_ref(others), open)?,
                None => "text".into(),
            };
            made.insert(name.to_owned(), value);
        }
        Some(Value::Object(made))
    }

    fn array(&mut self, parts: &[Node<'d>], open: &mut Vec<Origin>) -> Option<Value> {
        let least = whole(parts, "minItems").unwrap_or_default();
        let most = whole(parts, "maxItems").unwrap_or(u64::MAX);
        let count = if self.is_least { least } else { least.max(1) };
        let items: Vec<_> = parts.iter().filter_map(|part| part.get("items")).collect();
        let fixed = parts.iter().flat_map(|part| part.items("prefixItems"));
        let mut made = Vec::new();
        for one in fixed {
            made.push(self.value(&[one], open)?);
        }
        for _ in 0..count.min(most).min(20) {
            match self.value(&items, open) {
                Some(_) if items.is_empty() => break,
                Some(value) => made.push(value),
                None if least > 0 => return None,
                None => break,
            }
        }
        Some(Value::Array(made))
    }
}

/// The type of a value: what it is said to be, or what its other keys are for.
fn kind<'d>(parts: &[Node<'d>]) -> &'d str {
    let said = parts
        .iter()
        .filter_map(|part| match part.value.get("type")? {
            Value::String(one) => Some(one.as_str()),
            Value::Array(several) => {
                let mut several = several.iter().filter_map(Value::as_str);
                several
                    .clone()
                    .find(|one| *one != "null")
                    .or(several.next())
            }
            _ => None,
        });
    if let Some(said) = said.min_by_key(|one| *one == "number") {
        return said;
    }
    let has = |keys: &[&str]| {
        let mut all = parts.iter();
        all.any(|part| keys.iter().any(|key| part.value.get(*key).is_some()))
    };
    if has(&[
        "properties",
        "additionalProperties",
        "required",
        "minProperties",
    ]) {
        "object"
    } else if has(&["items", "prefixItems", "minItems", "uniqueItems"]) {
        "array"
    } else if has(&["minimum", "maximum", "multipleOf"]) {
        "number"
    } else {
        "string"
    }
}

fn find<'d>(parts: &[Node<'d>], key: &str) -> Option<&'d Value> {
    parts.iter().find_map(|part| part.value.get(key))
}

fn whole(parts: &[Node<'_>], key: &str) -> Option<u64> {
    find(parts, key)?.as_u64()
}

/// A whole number within its bounds.
fn integer(parts: &[Node<'_>]) -> Value {
    let bound = |key| find(parts, key).and_then(Value::as_i64);
    let above = |exclusive: &'static str, key| match find(parts, exclusive) {
        Some(Value::Bool(true)) => bound(key).map(|bound| (bound, 1)),
        Some(Value::Number(_)) => bound(exclusive).map(|bound| (bound, 1)),
        _ => bound(key).map(|bound| (bound, 0)),
    };
    let least = above("exclusiveMinimum", "minimum").map(|(bound, more)| bound + more);
    let most = above("exclusiveMaximum", "maximum").map(|(bound, less)| bound - less);
    let step = bound("multipleOf").filter(|step| *step > 0).unwrap_or(1);
    let value = least.unwrap_or(1).min(most.unwrap_or(i64::MAX));
    let up = value.rem_euclid(step);
    Value::from(if up == 0 { value } else { value + step - up })
}

fn number(parts: &[Node<'_>]) -> Value {
    let bound = |key| find(parts, key).and_then(Value::as_f64);
    let least = bound("minimum").or(bound("exclusiveMinimum"));
    let most = bound("maximum").or(bound("exclusiveMaximum"));
    let value = match (least, most) {
        (Some(least), Some(most)) => f64::midpoint(least, most),
        (Some(least), None) => least + 1.5,
        (None, Some(most)) => most - 1.5,
        (None, None) => 1.5,
    };
    Number::from_f64(value).map_or(json!(1), Value::Number)
}

/// A text of its format, or of its length.
fn text(parts: &[Node<'_>]) -> String {
    let format = find(parts, "format").and_then(Value::as_str);
    let text = match format.unwrap_or_default() {
        "date-time" => "2024-05-06T07:08:09Z",
        "date" => "2024-05-06",
        "time" => "07:08:09Z",
        "duration" => "P1D",
        "uuid" => "0b6c8f9e-1c2d-4e3f-8a9b-0c1d2e3f4a5b",
        "uri" | "url" | "iri" => "https://example.com/a",
        "email" => "ann@example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "ip" => "192.0.2.1",
        "byte" | "base64" => "aGk=",
        "decimal" | "double" | "float" => "1.5",
        "int32" | "int64" => "7",
        _ => {
            let least = whole(parts, "minLength").unwrap_or_default();
            let most = whole(parts, "maxLength").unwrap_or(u64::MAX);
            let length = least.max(4).min(most).min(1000);
            return "text"
                .chars()
                .cycle()
                .zip(0..length)
                .map(|(c, _)| c)
                .collect();
        }
    };
    text.to_owned()
}
