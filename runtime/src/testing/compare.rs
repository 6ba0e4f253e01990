//! Where a value differs from another.

use serde_json::Value;

use super::same::same_text;

/// What need not be the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leave<'e> {
    /// What is at one of these pointers, or below it.
    pub(super) except: &'e [String],
    /// Members that are null, and become absent: what is only read has one `None` for both.
    pub(super) nulls: bool,
}

/// The first place at which what is written differs from an example, in the order of the example.
pub(super) fn first(example: &Value, written: &Value, leave: Leave<'_>) -> Option<String> {
    let mut path = String::new();
    differs(example, written, leave, &mut path)
}

fn differs(
    example: &Value,
    written: &Value,
    leave: Leave<'_>,
    path: &mut String,
) -> Option<String> {
    match (example, written) {
        _ if leave.except.contains(path) => None,
        (Value::Object(wanted), Value::Object(found)) => {
            let added = found.keys().filter(|key| !wanted.contains_key(*key));
            let all = wanted.keys().chain(added);
            all.map(String::as_str).find_map(|key| {
                let below = |path: &mut String| match (wanted.get(key), found.get(key)) {
                    _ if leave.except.contains(path) => None,
                    (Some(Value::Null), None) if leave.nulls => None,
                    (Some(one), Some(other)) => differs(one, other, leave, path),
                    (Some(one), None) => Some(said(path, &shown(one), "is absent")),
                    (None, Some(other)) => {
                        let now = format!("is {}", shown(other));
                        Some(said(path, "absent", &now))
                    }
                    (None, None) => None,
                };
                at(key, path, below)
            })
        }
        (Value::Array(wanted), Value::Array(found)) if wanted.len() == found.len() => {
            let pairs = wanted.iter().zip(found).enumerate();
            let mut differing = pairs.filter_map(|(index, (one, other))| {
                at(&index.to_string(), path, |path| {
                    differs(one, other, leave, path)
                })
            });
            differing.next()
        }
        (Value::Number(one), Value::Number(other)) if same_number(one, other) => None,
        (Value::String(one), Value::String(other)) if same_text(one, other) => None,
        (one, other) if one == other => None,
        (one, other) => Some(said(path, &shown(one), &format!("is {}", shown(other)))),
    }
}

/// Looks below a key, and comes back.
fn at<T>(key: &str, path: &mut String, look: impl FnOnce(&mut String) -> T) -> T {
    let length = path.len();
    path.push('/');
    path.push_str(&key.replace('~', "~0").replace('/', "~1"));
    let found = look(path);
    path.truncate(length);
    found
}

fn said(path: &str, example: &str, now: &str) -> String {
    format!("at `{path}`, what is {example} {now} when it is written again")
}

/// Numbers are compared by value, however they are written.
fn same_number(one: &serde_json::Number, other: &serde_json::Number) -> bool {
    let floats = one.as_f64().zip(other.as_f64());
    // Whole numbers beyond 2^53 are no floats.
    let are_whole = one.as_i128().is_some() && other.as_i128().is_some();
    one == other || (!are_whole && floats.is_some_and(|(one, other)| same_float(one, other)))
}

/// A `float` has seven digits, and an example of one may have more.
fn same_float(one: f64, other: f64) -> bool {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "that is what a `float` does"
    )]
    let narrow = |float: f64| float as f32;
    let is_narrow = narrow(other).to_string() == other.to_string();
    one == other || (is_narrow && narrow(one) == narrow(other))
}

/// A value in a message.
fn shown(value: &Value) -> String {
    const MOST: usize = 80;
    let text = value.to_string();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ALL: Leave<'_> = Leave {
        except: &[],
        nulls: false,
    };

    #[test]
    fn the_first_difference_is_told() {
        let cases = [
            (json!({"a": 1}), json!({"a": 1.0}), None),
            (
                json!({"a": null}),
                json!({}),
                Some("at `/a`, what is null is absent when it is written again"),
            ),
            (
                json!({"a": {}}),
                json!({"a": {"b": 0}}),
                Some("at `/a/b`, what is absent is 0 when it is written again"),
            ),
            (
                json!([{"a/b": ["x"]}]),
                json!([{"a/b": ["y"]}]),
                Some("at `/0/a~1b/0`, what is \"x\" is \"y\" when it is written again"),
            ),
            (
                json!(9007199254740993_u64),
                json!(9007199254740993_u64),
                None,
            ),
            (
                json!(9007199254740993_u64),
                json!(9007199254740992_u64),
                Some(
                    "at ``, what is 9007199254740993 is 9007199254740992 when it is written again",
                ),
            ),
            (json!(0.1234567891), json!(0.12345679), None),
        ];
        for (example, written, expected) in cases {
            assert_eq!(first(&example, &written, ALL).as_deref(), expected);
        }
    }

    #[test]
    fn what_the_schema_does_not_have_is_left_out() {
        let (example, written) = (json!({"a": 1, "b": {"c": null}}), json!({"a": 1, "b": {}}));
        let without = |path: &str| {
            let except = &[path.to_owned()];
            first(&example, &written, Leave { except, ..ALL })
        };
        assert_eq!(without("/b/c"), None);
        assert!(without("/b/d").is_some());
    }

    #[test]
    fn null_may_become_absent_and_nothing_may_become_null() {
        let (null, absent) = (json!({"a": null}), json!({}));
        let leave = Leave { nulls: true, ..ALL };
        assert_eq!(first(&null, &absent, leave), None);
        assert!(first(&absent, &null, leave).is_some());
        assert!(first(&json!([null]), &json!([]), leave).is_some());
    }
}
