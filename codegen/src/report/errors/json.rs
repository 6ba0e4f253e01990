//! The errors for programs.

use serde_json::{Value, json};

use super::{
    super::{FORMAT_VERSION, document},
    Errors, Listed, retry,
};
use crate::{
    ir::{Predicate, Scalar},
    words::{Row, Source, Statuses, condition, rust, status},
};

impl Errors<'_> {
    /// The errors as a JSON document, whose keys `docs/report.md` describes.
    #[must_use]
    pub fn json(&self) -> String {
        let value = json!({
            "format_version": FORMAT_VERSION,
            "outspoken": env!("CARGO_PKG_VERSION"),
            "document": self.document,
            "retryable_statuses": retry::STATUSES,
            "operations": self.operations.iter().map(operation).collect::<Vec<_>>(),
        });
        document(&value, 4)
    }
}

fn operation(listed: &Listed<'_>) -> Value {
    let Listed {
        operation,
        error,
        rows,
    } = listed;
    json!({
        "id": operation.id,
        "method": operation.verb,
        "path": operation.path,
        "operation": format!("operations::{}", operation.name),
        "client_method": format!("Client::{}", operation.method),
        "error": format!("errors::{}", error.name),
        "success_when": operation.responses.success_when.as_ref().map(predicate),
        "errors": rows.iter().map(row).collect::<Vec<_>>(),
    })
}

fn row(row: &Row<'_>) -> Value {
    let Row {
        variant,
        source,
        statuses,
        payload,
        code,
        message,
        retry,
    } = row;
    let (source, number, before, when) = match source {
        Source::Case {
            number,
            before,
            when,
        } => ("case", Some(*number), before.clone(), when.cloned()),
        Source::InBand { when, .. } => ("in-band", None, Vec::new(), Some((*when).clone())),
        Source::SuccessWhen(condition) => {
            let not_met = Predicate::Not(Box::new((*condition).clone()));
            ("success-when", None, Vec::new(), Some(not_met))
        }
        Source::Response(when) => ("response", None, Vec::new(), when.clone()),
        Source::Rest => ("rest", None, Vec::new(), None),
    };
    json!({
        "variant": variant,
        "source": source,
        "number": number,
        "before": before,
        "statuses": self::statuses(*statuses),
        "condition": when.as_ref().map(condition::text),
        "when": when.as_ref().map(predicate),
        "payload": payload.map(rust::ty),
        "code": code,
        "message": message,
        "retry": retry,
        "retryable": retry::retryable(row),
    })
}

fn statuses(statuses: Statuses<'_>) -> Vec<String> {
    match statuses {
        Statuses::Of([]) => vec!["any".to_owned()],
        Statuses::Of(all) => all.iter().map(|one| status(*one)).collect(),
        Statuses::One(one) => vec![status(one)],
        Statuses::Default { successes: false } => vec!["default".to_owned()],
        Statuses::Default { successes: true } => vec!["default".to_owned(), "2XX".to_owned()],
        Statuses::Other { .. } => vec!["other".to_owned()],
    }
}

/// A condition as `x-outspoken` has it.
fn predicate(condition: &Predicate) -> Value {
    let list = |all: &[Predicate]| all.iter().map(predicate).collect::<Vec<_>>();
    match condition {
        Predicate::Equals(at, values) => {
            json!({ "at": at, "equals": values.iter().map(scalar).collect::<Vec<_>>() })
        }
        Predicate::Exists(at, flag) => json!({ "at": at, "exists": flag }),
        Predicate::Empty(at, flag) => json!({ "at": at, "empty": flag }),
        Predicate::StartsWith(at, text) => json!({ "at": at, "starts-with": text }),
        Predicate::Contains(at, text) => json!({ "at": at, "contains": text }),
        Predicate::Header(name, value) => json!({ "header": name, "equals": value }),
        Predicate::Some(at, condition) => json!({ "some": at, "where": predicate(condition) }),
        Predicate::None(at, condition) => json!({ "none": at, "where": predicate(condition) }),
        Predicate::All(all) => json!({ "all": list(all) }),
        Predicate::Any(any) => json!({ "any": list(any) }),
        Predicate::Not(condition) => json!({ "not": predicate(condition) }),
    }
}

fn scalar(value: &Scalar) -> Value {
    match value {
        Scalar::Null => Value::Null,
        Scalar::Bool(flag) => json!(flag),
        Scalar::Integer(integer) => json!(integer),
        Scalar::Unsigned(integer) => json!(integer),
        Scalar::Float(float) => json!(float),
        Scalar::Text(text) => json!(text),
    }
}
