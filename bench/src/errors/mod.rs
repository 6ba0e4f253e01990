//! Answers that say no, of every kind that a document tells of, and of kinds that none does; and a
//! test that holds a client to what each of them is.

mod documented;
mod facts;
mod make;
mod node;
mod rows;

use std::fmt::Write as _;

use outspoken_codegen::{diagnostic::Place, source::Documents};
use serde_json::{Value, json};

use documented::Response;
use node::Node;
use rows::{Rows, list, put, text};

const JSON: &str = "application/json";

/// What bodies may be called that are JSON all the same; an empty text stands for nothing.
const WRONG: [&str; 3] = ["text/html", "image/png", ""];

/// Bodies that fit no schema, each with what it calls itself. `\u{fffd}` becomes a byte that is no text.
const ODD: [(&str, &str); 9] = [
    (JSON, ""),
    ("text/html", "<html><h1>Sorry</h1></html>"),
    (JSON, "{\"error\": {\"code\""),
    ("text/plain", "{}"),
    (JSON, "[null]"),
    (JSON, "\u{feff}{\"error\": null} "),
    ("image/png", "\u{fffd}PNG\0"),
    (JSON, DEEP),
    ("application/problem+json", LINES),
];

/// Deeper than JSON is read.
const DEEP: &str = concat!(
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
);

/// What should not reach the line of a log as it is.
const LINES: &str = r#"{"message": "a\r\nb\u001b[31m\u0000\u202ec", "detail": "\n", "title": "\u0085",
    "status": [], "request_id": "\r\n", "retry_after": -1e300}"#;

/// An answer, and what it is.
#[derive(Debug, PartialEq)]
pub struct Case {
    /// Its status.
    pub status: u16,
    /// What it calls its body.
    pub content_type: String,
    /// Its body.
    pub body: String,
    /// The variants that it may be.
    pub variants: Vec<String>,
    /// Whether the body fits the type that the variant has, where that is known.
    pub fits: bool,
}

/// An operation.
#[derive(Debug)]
struct Row {
    /// The path of its struct.
    path: String,
    /// The type of the body of what only `default` documents.
    default: Option<String>,
    cases: Vec<Case>,
}

/// What the answers of a document are, and how many.
#[derive(Debug, Default)]
pub struct Table {
    /// Operations.
    pub operations: usize,
    /// Documented errors.
    pub documented: usize,
    /// Documented errors whose bodies have a schema of which no body could be made.
    pub unmade: usize,
    /// Examples that contradict their schemas: the variant is asked for, and not whether they fit.
    pub faulty: usize,
    /// What the generator does not tell, and the document does.
    pub missing: Vec<String>,
    rows: Vec<Row>,
}

impl Table {
    /// The answers of a document, by what `outspoken errors` says of it; and where examples contradict
    /// their schemas.
    #[must_use]
    pub fn of(documents: &Documents, errors: &Value, faults: &[&Place]) -> Self {
        let mut table = Self::default();
        for operation in list(errors, "/operations") {
            table.operations += 1;
            let name = text(operation, "/operation").to_owned();
            match documented::responses(documents, operation) {
                Some(responses) => {
                    let cases = table.cases(documents, operation, &responses, faults);
                    table.rows.push(Row {
                        path: name,
                        default: Rows::of(operation).default(),
                        cases,
                    });
                }
                None => {
                    let (method, path) = (text(operation, "/method"), text(operation, "/path"));
                    table
                        .missing
                        .push(format!("{method} {path}: it is not found"));
                }
            }
        }
        table
    }

    /// How many answers there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.iter().map(|row| row.cases.len()).sum()
    }

    fn cases(
        &mut self,
        documents: &Documents,
        operation: &Value,
        responses: &[Response<'_>],
        faults: &[&Place],
    ) -> Vec<Case> {
        let rows = Rows::of(operation);
        let mut cases = Vec::new();
        let mut sample = json!({});
        let errors = responses.iter().filter(|one| is_error(one, rows));
        for response in errors {
            self.documented += 1;
            if !rows.has(&response.status) {
                let name = text(operation, "/id");
                let missing = format!("{name}: {} is not told", response.status);
                self.missing.push(missing);
                continue;
            }
            let bodies = self.bodies(documents, response, rows, faults);
            if let Some((first, _)) = bodies.first() {
                sample = serde_json::from_str(first).unwrap_or(sample);
            }
            let status = concrete(&response.status, responses);
            cases.extend(of_response(status, response, rows, bodies));
        }
        for status in undocumented(responses, rows) {
            cases.extend(odd(status, rows));
            cases.push(case(rows, status, JSON, sample.to_string(), false));
        }
        cases
    }

    /// The bodies of a response, as texts; and whether each fits the type of its variant.
    fn bodies(
        &mut self,
        documents: &Documents,
        response: &Response<'_>,
        rows: Rows<'_>,
        faults: &[&Place],
    ) -> Vec<(String, bool)> {
        let mut bodies = Vec::new();
        let all = response.bodies.iter().filter(|body| body.is_json());
        for (index, body) in all.enumerate() {
            let is_typed = index == 0;
            let made = body
                .schema
                .as_ref()
                .map(|schema| make::bodies(documents, schema));
            self.unmade += usize::from(made.as_ref().is_some_and(Vec::is_empty));
            let made = made.unwrap_or_default();
            let coded = coded(rows, response, &made);
            bodies.extend(
                made.iter()
                    .chain(&coded)
                    .map(|one| (one.to_string(), is_typed)),
            );
            for example in &body.examples {
                let is_faulty = faults.iter().any(|fault| is_within(fault, example));
                self.faulty += usize::from(is_faulty);
                let is_text = made.iter().all(|made| !made.is_string());
                let text = match example.value {
                    // What is a text of JSON is the body itself.
                    Value::String(text) if is_text => text.clone(),
                    value => value.to_string(),
                };
                bodies.push((text, is_typed && !is_faulty));
            }
        }
        bodies
    }

    /// The text of the test, for a crate of this name, and the data that it reads.
    #[must_use]
    pub fn test(&self, package: &str) -> (String, String) {
        let (mut judges, mut data) = (String::new(), String::new());
        for (number, row) in self.rows.iter().enumerate() {
            let Row {
                path,
                default,
                cases,
            } = row;
            let read = default.as_ref().map_or("|_| None".to_owned(), |body| {
                let body = body.replace("types::", &format!("{package}::types::"));
                format!("read!({body})")
            });
            let judge = format!("judge::<{package}::{path}>");
            let _ = writeln!(judges, "    (\"{path}\", {judge}, {read}),");
            for one in cases {
                let Case {
                    status,
                    content_type,
                    body,
                    variants,
                    fits,
                } = one;
                let line = json!([number, status, content_type, body, variants, fits]);
                let _ = writeln!(data, "{line}");
            }
        }
        let harness = include_str!("../../errors/answers.rs");
        (harness.replace("    // judges\n", &judges), data)
    }
}

/// The answers with this status that a documented response has.
fn of_response(
    status: u16,
    response: &Response<'_>,
    rows: Rows<'_>,
    bodies: Vec<(String, bool)>,
) -> Vec<Case> {
    let mut cases = odd(status, rows);
    let own = response.bodies.iter().find(|body| body.is_json());
    let own = own.map_or(JSON, |body| &body.content_type);
    for (number, (body, fits)) in bodies.into_iter().enumerate() {
        let value = serde_json::from_str(&body).ok();
        let in_band = value.map(|value: Value| rows.in_band(&response.status, &value));
        if let Some(variants) = in_band.filter(|variants| !variants.is_empty()) {
            cases.push(Case {
                status: 200,
                content_type: own.to_owned(),
                body: body.clone(),
                variants,
                fits: false,
            });
        }
        if number == 0 {
            let wrong = WRONG.iter();
            cases.extend(wrong.map(|name| case(rows, status, name, body.clone(), fits)));
        }
        cases.push(case(rows, status, own, body, fits));
    }
    cases
}

fn odd(status: u16, rows: Rows<'_>) -> Vec<Case> {
    let odd = ODD.iter();
    odd.map(|(name, body)| case(rows, status, name, (*body).to_owned(), false))
        .collect()
}

fn case(rows: Rows<'_>, status: u16, content_type: &str, body: String, fits: bool) -> Case {
    let value = serde_json::from_str(body.trim_start_matches('\u{feff}')).ok();
    Case {
        status,
        content_type: content_type.to_owned(),
        variants: rows.variants(status, value.as_ref()),
        body,
        fits,
    }
}

/// For each code of a response that none of these bodies has, one that has it.
fn coded(rows: Rows<'_>, response: &Response<'_>, made: &[Value]) -> Vec<Value> {
    let mut coded = Vec::new();
    for row in rows.coded(&response.status) {
        let at = text(row, "/when/at");
        for value in list(row, "/when/equals") {
            if !made.iter().any(|made| made.pointer(at) == Some(value)) {
                let base = made.first().cloned().unwrap_or_else(|| json!({}));
                coded.push(put(base, at, value));
            }
        }
    }
    coded
}

/// Whether a response is an error: `default` is none where it is the only success.
fn is_error(response: &Response<'_>, rows: Rows<'_>) -> bool {
    match response.status.as_bytes() {
        b"default" => rows.has("default"),
        [b'4'..=b'9', _, _] => true,
        _ => false,
    }
}

/// A status that this response is for, and no other.
fn concrete(key: &str, responses: &[Response<'_>]) -> u16 {
    if let Ok(status) = key.parse() {
        return status;
    }
    let class = key
        .strip_suffix("XX")
        .and_then(|class| class.parse::<u16>().ok());
    let is_free = |status: &u16| {
        let exact = status.to_string();
        let range = format!("{}XX", status / 100);
        let mut all = responses.iter();
        all.all(|one| one.status != exact && (one.status == key || one.status != range))
    };
    let mut within = match class {
        Some(class) => class * 100..class * 100 + 100,
        None => 400..600,
    };
    within.rfind(is_free).unwrap_or(599)
}

/// Statuses for which there is no response: one of each kind that is an error then.
fn undocumented(responses: &[Response<'_>], rows: Rows<'_>) -> Vec<u16> {
    let is_free = |status: &u16| {
        let exact = status.to_string();
        let range = format!("{}XX", status / 100);
        let mut all = responses.iter();
        all.all(|one| one.status != exact && one.status != range)
    };
    let default = responses.iter().any(|one| one.status == "default");
    let mut classes = vec![400..500, 500..600, 700..800];
    // The output of `default`, where nothing else is one, is for redirects too.
    if !default || rows.has("default") {
        classes.push(305..400);
    }
    if rows.has_default_for_successes() {
        classes.push(207..300);
    }
    let free = classes
        .into_iter()
        .filter_map(|mut class| class.rfind(is_free));
    free.collect()
}

/// Whether a place is in this example.
fn is_within(place: &Place, example: &Node<'_>) -> bool {
    let rest = place.pointer().and_then(|pointer| {
        let rest = pointer.as_str().strip_prefix(example.at.pointer.as_str());
        rest.map(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    place.file == example.at.file && rest == Some(true)
}

#[cfg(test)]
mod tests;
