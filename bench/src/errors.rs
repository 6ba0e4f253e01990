//! Answers that say no, of every kind that a document tells of, and of kinds that none does; and a
//! test that holds a client to what each of them is.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// Bodies that fit no schema, each with what it calls itself.
const ODD: [(&str, &str); 6] = [
    ("application/json", ""),
    ("text/html", "<html><h1>Sorry</h1></html>"),
    ("application/json", "{\"error\": {\"code\""),
    ("text/plain", "{}"),
    ("application/json", "[null]"),
    ("image/png", "\u{fffd}PNG"),
];

/// An answer, and the variant that it is.
#[derive(Debug, PartialEq)]
pub struct Case {
    /// Its status.
    pub status: u16,
    /// What it calls its body.
    pub content_type: &'static str,
    /// Its body.
    pub body: String,
    /// The variant that it is.
    pub variant: String,
}

/// The answers of an operation, as the JSON of `outspoken errors` has it.
#[must_use]
pub fn cases(operation: &Value) -> Vec<Case> {
    let rows = operation["errors"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let mut cases = Vec::new();
    let in_band = rows.iter().find(|row| text(row, "/source") == "in-band");
    let nothing = Value::Object(Map::new());
    let failed = in_band.map_or(nothing, |row| {
        put(Value::Null, text(row, "/when/at"), &first(row))
    });
    for row in rows {
        let variant = text(row, "/variant").to_owned();
        let case = |status, content_type, body: String| Case {
            status,
            content_type,
            body,
            variant: variant.clone(),
        };
        let json = |status, body: &Value| case(status, "application/json", body.to_string());
        match (text(row, "/source"), row.pointer("/when/at").is_none()) {
            ("in-band", _) => cases.push(json(200, &failed)),
            ("response", false) => {
                let status = status(row, rows);
                for value in list(row, "/when/equals") {
                    let body = put(failed.clone(), text(row, "/when/at"), value);
                    cases.push(json(status, &body));
                    if in_band.is_some() && text(row, "/statuses/0") == "default" {
                        cases.push(json(200, &body));
                    }
                }
            }
            ("response" | "rest", true) => {
                let status = status(row, rows);
                cases.push(json(status, &failed));
                cases.extend(ODD.map(|(name, body)| case(status, name, body.to_owned())));
            }
            _ => {}
        }
    }
    cases
}

/// A status that this row is for, and no other.
fn status(row: &Value, rows: &[Value]) -> u16 {
    let own = text(row, "/statuses/0");
    if let Ok(exact) = own.parse() {
        return exact;
    }
    let class = own
        .strip_suffix("XX")
        .and_then(|class| class.parse::<u16>().ok());
    let is_free = |code: &u16| {
        rows.iter().all(|row| {
            let other = text(row, "/statuses/0");
            let is_within = class.is_none() && other == format!("{}XX", code / 100);
            other != code.to_string() && !is_within
        })
    };
    match class {
        Some(class) => (class * 100..class * 100 + 100)
            .find(is_free)
            .unwrap_or(class * 100),
        None => (400..600).rev().find(is_free).unwrap_or(599),
    }
}

fn text<'v>(value: &'v Value, at: &str) -> &'v str {
    let found = value.pointer(at).and_then(Value::as_str);
    found.unwrap_or_default()
}

fn list<'v>(value: &'v Value, at: &str) -> &'v [Value] {
    let found = value.pointer(at).and_then(Value::as_array);
    found.map_or(&[], Vec::as_slice)
}

/// The first value of a condition.
fn first(row: &Value) -> Value {
    let found = row.pointer("/when/equals/0");
    found.cloned().unwrap_or_default()
}

/// The value with another one at the pointer; the first element of a list is all that pointers have.
fn put(value: Value, pointer: &str, what: &Value) -> Value {
    let Some(rest) = pointer.strip_prefix('/') else {
        return what.clone();
    };
    let (key, below) = match rest.find('/') {
        Some(end) => rest.split_at(end),
        None => (rest, ""),
    };
    if key == "0" {
        return Value::Array(vec![put(Value::Null, below, what)]);
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

/// The text of the test, for a crate of this name; and how many answers it has.
#[must_use]
pub fn test(package: &str, errors: &Value) -> (String, usize) {
    let (mut rows, mut count) = (String::new(), 0);
    for operation in list(errors, "/operations") {
        let path = text(operation, "/operation");
        let cases = cases(operation);
        count += cases.len();
        let _ = writeln!(rows, "    (\"{path}\", judge::<{package}::{path}>, &[");
        for Case {
            status,
            content_type,
            body,
            variant,
        } in cases
        {
            let _ = writeln!(
                rows,
                "        ({status}, {content_type:?}, {body:?}, {variant:?}),"
            );
        }
        rows.push_str("    ]),\n");
    }
    (HARNESS.replace("    // rows\n", &rows), count)
}

const HARNESS: &str = r#"//! Every answer that says no is the error that the document says.

use outspoken::{
    Error, Operation, RawResponse,
    http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE},
};

type Judge = fn(u16, &'static str, &'static str) -> Result<String, String>;
type Answer = (u16, &'static str, &'static str, &'static str);

fn judge<O: Operation>(status: u16, name: &'static str, body: &'static str) -> Result<String, String> {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(name));
    let status = StatusCode::from_u16(status).map_err(|fault| fault.to_string())?;
    let mut raw = RawResponse::new(status, headers, body);
    match O::decode(&mut raw) {
        Ok(_) => Err("it is Ok".to_owned()),
        Err(Error::Api(error)) if error.status() != status => Err("the status is lost".to_owned()),
        Err(Error::Api(error)) if error.body() != body.as_bytes() => Err("the body is lost".to_owned()),
        Err(Error::Api(error)) => Ok(error.variant().to_owned()),
        Err(error) => Err(error.erase().to_string()),
    }
}

const OPERATIONS: &[(&str, Judge, &[Answer])] = &[
    // rows
];

#[test]
fn every_error_is_what_the_document_says() {
    let mut faults = Vec::new();
    for (operation, judge, answers) in OPERATIONS {
        for (status, name, body, wanted) in *answers {
            let found = judge(*status, name, body);
            if found.as_deref() != Ok(*wanted) {
                faults.push(format!("{operation}: {status} {name} {body}: {wanted}, but {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
"#;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn bodies_meet_their_conditions() {
        let body = put(json!({"ok": false}), "/errors/0/a~1b", &json!(7));
        assert_eq!(body, json!({"ok": false, "errors": [{"a/b": 7}]}));
        let operation = json!({"errors": [
            {"variant": "Unrecognized", "source": "in-band", "statuses": ["2XX"],
             "when": {"at": "/ok", "equals": [false]}},
            {"variant": "Gone", "source": "response", "statuses": ["default"],
             "when": {"at": "/error", "equals": ["gone"]}},
            {"variant": "NotFound", "source": "response", "statuses": ["404"], "when": null},
        ]});
        let cases = cases(&operation);
        let shown: Vec<_> = cases
            .iter()
            .map(|one| format!("{} {} {}", one.status, one.body, one.variant))
            .collect();
        let gone = r#"{"ok":false,"error":"gone"} Gone"#;
        assert_eq!(
            shown[..4],
            [
                r#"200 {"ok":false} Unrecognized"#.to_owned(),
                format!("599 {gone}"),
                format!("200 {gone}"),
                r#"404 {"ok":false} NotFound"#.to_owned(),
            ]
        );
        assert_eq!(cases.len(), 4 + ODD.len());
    }
}
