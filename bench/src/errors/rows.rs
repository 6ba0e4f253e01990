//! What `outspoken errors` tells of an operation: which answer is which variant.

use serde_json::{Map, Value};

/// The rows of an operation, in the order in which an answer is compared with them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'r>(&'r [Value]);

impl<'r> Rows<'r> {
    /// Those in the JSON of `outspoken errors`.
    #[must_use]
    pub(super) fn of(operation: &'r Value) -> Self {
        Self(list(operation, "/errors"))
    }

    /// The variants that an answer with this status may be: one, unless `x-outspoken` declares others.
    pub(super) fn variants(self, status: u16, body: Option<&Value>) -> Vec<String> {
        let declared = self.0.iter().filter(|row| text(row, "/source") == "case");
        let declared = declared.filter(|row| covers(row, status));
        let of = |row: &Value| matches!(text(row, "/source"), "response" | "rest");
        let mut others = self.0.iter().filter(|row| of(row) && covers(row, status));
        let other = others.find(|row| meets(row, body));
        let mut all = names(declared.chain(other));
        if all.is_empty() {
            all.push("Unrecognized".to_owned());
        }
        all
    }

    /// The variants that a success with this body may be after all; none where nothing says so.
    pub(super) fn in_band(self, response: &str, body: &Value) -> Vec<String> {
        let in_band = self
            .0
            .iter()
            .filter(|row| text(row, "/source") == "in-band");
        let in_band: Vec<_> = in_band.filter(|row| meets(row, Some(body))).collect();
        if in_band.is_empty() {
            return Vec::new();
        }
        // Of several that list a code, the one for any status is it, whichever was meant.
        let by_code = |of| self.coded(of).filter(|row| meets(row, Some(body)));
        let mut all = names(by_code("default"));
        if all.is_empty() {
            all = names(by_code(response));
        }
        if all.is_empty() {
            all = names(in_band.into_iter());
        }
        let declared = self.0.iter().filter(|row| text(row, "/source") == "case");
        all.extend(names(declared));
        all
    }

    /// Whether something documents this response.
    pub(super) fn has(self, response: &str) -> bool {
        self.documented(response).next().is_some()
    }

    /// The type of the body of what only `default` documents, as a path from the client's module.
    pub(super) fn default(self) -> Option<String> {
        let mut all = self.documented("default");
        let row = all.find(|row| text(row, "/variant") == "Unrecognized")?;
        Some(row.pointer("/payload")?.as_str()?.to_owned())
    }

    /// The rows of a documented response that its codes tell apart.
    pub(super) fn coded(self, response: &str) -> impl Iterator<Item = &'r Value> {
        let all = self.documented(response);
        all.filter(|row| row.pointer("/when/at").is_some())
    }

    fn documented(self, response: &str) -> impl Iterator<Item = &'r Value> {
        let of = self
            .0
            .iter()
            .filter(|row| text(row, "/source") == "response");
        of.filter(move |row| text(row, "/statuses/0") == response)
    }

    /// Whether successes that nothing documents are errors.
    pub(super) fn has_default_for_successes(self) -> bool {
        let mut all = self
            .0
            .iter()
            .filter(|row| text(row, "/source") == "response");
        all.any(|row| text(row, "/statuses/1") == "2XX")
    }
}

/// Whether a row is for this status. Rows come exact status first, so that the first is the one.
fn covers(row: &Value, status: u16) -> bool {
    let class = format!("{}XX", status / 100);
    let all = list(row, "/statuses").iter().filter_map(Value::as_str);
    let mut all = all.map(|one| match one {
        "any" => true,
        "default" | "other" => status / 100 != 2,
        one => one == class || one == status.to_string(),
    });
    all.any(|covers| covers)
}

/// Whether a body meets the condition of a row on one of its values, if that has one.
fn meets(row: &Value, body: Option<&Value>) -> bool {
    match row.pointer("/when/at").and_then(Value::as_str) {
        None => true,
        Some(at) => {
            let found = body.and_then(|body| body.pointer(at));
            found.is_some_and(|found| list(row, "/when/equals").contains(found))
        }
    }
}

fn names<'r>(rows: impl Iterator<Item = &'r Value>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for row in rows {
        let name = text(row, "/variant");
        if !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }
    names
}

pub(super) fn text<'v>(value: &'v Value, at: &str) -> &'v str {
    let found = value.pointer(at).and_then(Value::as_str);
    found.unwrap_or_default()
}

pub(super) fn list<'v>(value: &'v Value, at: &str) -> &'v [Value] {
    let found = value.pointer(at).and_then(Value::as_array);
    found.map_or(&[], Vec::as_slice)
}

/// The value with another one at the pointer; the first element of a list is all that pointers have.
pub(super) fn put(value: Value, pointer: &str, what: &Value) -> Value {
    let Some(rest) = pointer.strip_prefix('/') else {
        return what.clone();
    };
    let (key, below) = match rest.find('/') {
        Some(end) => rest.split_at(end),
        None => (rest, ""),
    };
    if key == "0" {
        let first = match value {
            Value::Array(items) => items.into_iter().next(),
            _ => None,
        };
        return Value::Array(vec![put(first.unwrap_or_default(), below, what)]);
    }
    let mut members = match value {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    let key = key.replace("~1", "/").replace("~0", "~");
    let inner = members.remove(&key).unwrap_or_default();
    members.insert(key, put(inner, below, what));
    Value::Object(members)
}
