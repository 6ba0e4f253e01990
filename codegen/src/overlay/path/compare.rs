//! Whether values are equal, and which is less (RFC 9535 §2.3.5.2.2).

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::{query::Operator, steps::Steps};

/// Whether a comparison holds. A side that is missing equals one that is missing, too.
pub(super) fn holds(
    left: Option<&Value>,
    operator: Operator,
    right: Option<&Value>,
    steps: &mut Steps,
) -> bool {
    let mut equal = || match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => are_equal(left, right, steps),
        _ => false,
    };
    match operator {
        Operator::Equal => equal(),
        Operator::NotEqual => !equal(),
        Operator::Less => is_less(left, right),
        Operator::Greater => is_less(right, left),
        Operator::LessOrEqual => is_less(left, right) || equal(),
        Operator::GreaterOrEqual => is_less(right, left) || equal(),
    }
}

fn is_less(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (Some(Value::Number(left)), Some(Value::Number(right))) => {
            order(left, right) == Some(Ordering::Less)
        }
        (Some(Value::String(left)), Some(Value::String(right))) => left < right,
        _ => false,
    }
}

fn are_equal(left: &Value, right: &Value, steps: &mut Steps) -> bool {
    if !steps.take(1) {
        return false;
    }
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => order(left, right) == Some(Ordering::Equal),
        (Value::Array(left), Value::Array(right)) => {
            let mut pairs = left.iter().zip(right);
            left.len() == right.len() && pairs.all(|(one, other)| are_equal(one, other, steps))
        }
        (Value::Object(left), Value::Object(right)) => {
            let is_same = |(key, one): (&String, &Value)| {
                let other = right.get(key);
                other.is_some_and(|other| are_equal(one, other, steps))
            };
            left.len() == right.len() && left.iter().all(is_same)
        }
        (Value::String(left), Value::String(right)) => {
            steps.take(left.len().min(right.len()) / 16) && left == right
        }
        (left, right) => left == right,
    }
}

/// By value, however they are written: `1` is `1.0`.
fn order(left: &Number, right: &Number) -> Option<Ordering> {
    if let (Some(left), Some(right)) = (left.as_i64(), right.as_i64()) {
        return Some(left.cmp(&right));
    }
    if let (Some(left), Some(right)) = (left.as_u64(), right.as_u64()) {
        return Some(left.cmp(&right));
    }
    left.as_f64()?.partial_cmp(&right.as_f64()?)
}
