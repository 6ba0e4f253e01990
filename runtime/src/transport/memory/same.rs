//! Whether an output is the one that was to be returned.

use serde_json::Value;

use crate::response::{Reply, ReplyContent};

/// Whether two outputs are one: texts of JSON are compared by what they say, as the members of a map come
/// in any order.
pub(super) fn is_same(one: &Reply, other: &Reply) -> bool {
    match (&one.content, &other.content) {
        (ReplyContent::Json(text), ReplyContent::Json(found)) if text != found => {
            let read = |text| serde_json::from_slice::<Value>(text).ok();
            let pair = read(text).zip(read(found));
            one.variant == other.variant && pair.is_some_and(|(one, other)| same(&one, &other))
        }
        _ => one == other,
    }
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let has = |(key, value)| other.get(key).is_some_and(|other| same(value, other));
            one.len() == other.len() && one.iter().all(has)
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Number(one), Value::Number(other)) => {
            let close = |(one, other): (f64, f64)| {
                // A text is read to the last bit only by who takes the time for it.
                (one - other).abs() <= one.abs().max(other.abs()) * 4.0 * f64::EPSILON
            };
            one == other || (one.is_f64() && one.as_f64().zip(other.as_f64()).is_some_and(close))
        }
        (one, other) => one == other,
    }
}
