//! Conditions on an answer: what `when` and `success-when` of `x-outspoken` say.

use http::HeaderMap;
use serde_json::{Number, Value};

/// A condition on an answer. Pointers are RFC 6901; within [`Some`](Predicate::Some) and
/// [`None`](Predicate::None) they start at the element.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Predicate {
    /// The value there is one of these, of the same type.
    Equals(&'static str, &'static [Scalar]),
    /// There is a value, `null` too; or there is none.
    Exists(&'static str, bool),
    /// There is nothing, or `null`, `""`, `[]` or `{}`; or there is something.
    Empty(&'static str, bool),
    /// The text there starts with this.
    StartsWith(&'static str, &'static str),
    /// The text there contains this.
    Contains(&'static str, &'static str),
    /// A header of this name has this value.
    Header(&'static str, &'static str),
    /// An element of the arrays there meets the condition.
    Some(&'static [&'static str], &'static Predicate),
    /// No element of the arrays there meets the condition.
    None(&'static [&'static str], &'static Predicate),
    /// All of these hold.
    All(&'static [Predicate]),
    /// One of these holds.
    Any(&'static [Predicate]),
    /// This does not hold.
    Not(&'static Predicate),
}

/// A value to compare with. Types do not mix: `8015` is not `"8015"`.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar {
    Null,
    Bool(bool),
    Integer(i64),
    Unsigned(u64),
    Float(f64),
    Text(&'static str),
}

/// Where a condition is tried.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) headers: &'a HeaderMap,
    pub(crate) value: &'a Value,
}

/// A condition that holds, and the array element on which it was found to hold.
pub(crate) type Match<'a> = Option<Option<&'a Value>>;

impl Predicate {
    /// Tries the condition. The element is that of the first `some` that decided.
    pub(crate) fn matches<'a>(&self, scope: Scope<'a>) -> Match<'a> {
        let at = |pointer: &str| scope.value.pointer(pointer);
        let text_at = |pointer: &str| at(pointer).and_then(Value::as_str);
        match self {
            Self::Equals(pointer, scalars) => {
                holds(at(pointer).is_some_and(|value| scalars.iter().any(|s| s.equals(value))))
            }
            Self::Exists(pointer, wanted) => holds(at(pointer).is_some() == *wanted),
            Self::Empty(pointer, wanted) => holds(at(pointer).is_none_or(is_empty) == *wanted),
            Self::StartsWith(pointer, start) => {
                holds(text_at(pointer).is_some_and(|text| text.starts_with(start)))
            }
            Self::Contains(pointer, part) => {
                holds(text_at(pointer).is_some_and(|text| text.contains(part)))
            }
            Self::Header(name, value) => {
                let mut values = scope.headers.get_all(*name).iter();
                holds(values.any(|found| found.as_bytes() == value.as_bytes()))
            }
            Self::Some(pointers, condition) => first_element(scope, pointers, condition).map(Some),
            Self::None(pointers, condition) => {
                holds(first_element(scope, pointers, condition).is_none())
            }
            Self::All(conditions) => conditions.iter().try_fold(None, |element, condition| {
                let found = condition.matches(scope)?;
                Some(element.or(found))
            }),
            Self::Any(conditions) => conditions.iter().find_map(|one| one.matches(scope)),
            Self::Not(condition) => holds(condition.matches(scope).is_none()),
        }
    }
}

fn holds<'a>(condition: bool) -> Match<'a> {
    condition.then_some(None)
}

fn first_element<'a>(
    scope: Scope<'a>,
    pointers: &[&str],
    condition: &Predicate,
) -> Option<&'a Value> {
    pointers
        .iter()
        .filter_map(|pointer| scope.value.pointer(pointer)?.as_array())
        .flatten()
        .find(|value| condition.matches(Scope { value, ..scope }).is_some())
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

impl Scalar {
    pub(super) fn equals(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Null, Value::Null) => true,
            (Self::Bool(wanted), Value::Bool(found)) => wanted == found,
            (Self::Text(wanted), Value::String(found)) => wanted == found,
            (Self::Integer(wanted), Value::Number(found)) => {
                integer(found) == Some((*wanted).into())
            }
            (Self::Unsigned(wanted), Value::Number(found)) => {
                integer(found) == Some((*wanted).into())
            }
            (Self::Float(wanted), Value::Number(found)) => found.as_f64() == Some(*wanted),
            _ => false,
        }
    }
}

/// The number as an integer where it has no fraction: numbers compare by value.
fn integer(number: &Number) -> Option<i128> {
    let whole = number
        .as_i64()
        .map(i128::from)
        .or(number.as_u64().map(i128::from));
    whole.or_else(|| {
        let float = number.as_f64()?;
        // Within 2^63 the conversion is exact, as there is no fraction.
        #[allow(clippy::cast_possible_truncation)]
        (float.fract() == 0.0 && float.abs() < 9_223_372_036_854_775_808.0).then_some(float as i128)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{
        Predicate::{All, Any, Contains, Empty, Equals, Exists, Header, Not, StartsWith},
        Scalar::{Bool, Float, Integer, Null, Text, Unsigned},
        *,
    };

    fn matched(predicate: &Predicate, value: &Value) -> bool {
        let headers = HeaderMap::from_iter([(http::header::SERVER, "a".parse().unwrap())]);
        let scope = Scope {
            headers: &headers,
            value,
        };
        predicate.matches(scope).is_some()
    }

    #[test]
    fn equality_is_type_strict_and_by_value() {
        let is = |scalar: &'static [Scalar], value: Value| {
            matched(&Equals("/c", scalar), &json!({ "c": value }))
        };
        assert!(is(&[Integer(8015)], json!(8015)));
        assert!(is(&[Integer(8015)], json!(8015.0)));
        assert!(!is(&[Integer(8015)], json!("8015")));
        assert!(is(&[Integer(8015), Text("8015")], json!("8015")));
        assert!(is(&[Null], json!(null)));
        assert!(!is(&[Bool(false)], json!("false")));
        assert!(is(&[Unsigned(u64::MAX)], json!(u64::MAX)));
        assert!(!is(&[Integer(-1)], json!(u64::MAX)));
        assert!(is(&[Float(0.5)], json!(0.5)));
        assert!(!is(&[Integer(0)], json!(0.5)));
    }

    #[test]
    fn absent_null_and_empty() {
        assert!(matched(&Exists("/a", true), &json!({ "a": null })));
        assert!(matched(&Exists("/a", false), &json!({})));
        for empty in [
            json!({}),
            json!({ "a": null }),
            json!({ "a": "" }),
            json!({ "a": [] }),
            json!({ "a": {} }),
        ] {
            assert!(matched(&Empty("/a", true), &empty), "{empty}");
        }
        assert!(matched(&Empty("/a", false), &json!({ "a": 0 })));
    }

    #[test]
    fn text_and_headers() {
        let body = json!({ "m": "Chatbot not found", "n": 1 });
        assert!(matched(&StartsWith("/m", "Chatbot"), &body));
        assert!(matched(&Contains("/m", "not"), &body));
        assert!(!matched(&Contains("/n", "1"), &body));
        assert!(matched(&Header("server", "a"), &body));
        assert!(!matched(&Header("server", "b"), &body));
    }

    #[test]
    fn all_must_hold_on_the_same_element() {
        static BOTH: Predicate = All(&[Equals("/a", &[Integer(1)]), Equals("/b", &[Integer(2)])]);
        let some = Predicate::Some(&["/x", "/y"], &BOTH);
        assert!(!matched(&some, &json!({ "x": [{ "a": 1 }, { "b": 2 }] })));
        assert!(matched(
            &some,
            &json!({ "x": 1, "y": [{ "a": 1, "b": 2 }] })
        ));
        assert!(matched(
            &Predicate::None(&["/x"], &BOTH),
            &json!({ "x": { "a": 1, "b": 2 } })
        ));
        assert!(!matched(
            &Predicate::None(&["/x"], &BOTH),
            &json!({ "x": [{ "a": 1, "b": 2 }] })
        ));
    }

    #[test]
    fn the_element_is_the_one_that_matched() {
        let headers = HeaderMap::new();
        let value = json!({ "e": [{ "c": 1 }, { "c": 2 }] });
        let scope = Scope {
            headers: &headers,
            value: &value,
        };
        let some = All(&[
            Exists("/e", true),
            Predicate::Some(&["/e"], &Equals("/c", &[Integer(2)])),
        ]);
        assert_eq!(some.matches(scope), Some(value.pointer("/e/1")));
        assert_eq!(Not(&Exists("/e", false)).matches(scope), Some(None));
    }

    #[test]
    fn any_and_the_element_itself() {
        let body = json!({ "e": ["x"] });
        assert!(matched(
            &Any(&[
                Exists("/q", true),
                Predicate::Some(&["/e"], &Equals("", &[Text("x")]))
            ]),
            &body
        ));
        assert!(!matched(&Any(&[]), &body));
        assert!(matched(&All(&[]), &body));
    }
}
