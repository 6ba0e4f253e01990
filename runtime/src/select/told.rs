//! What an answer that is an error says of itself: where its document says so, or where APIs usually do.

use std::time::Duration;

use http::HeaderMap;
use serde_json::Value;

use super::Case;
use crate::error::{is_problem, seconds};

/// Usual places of a code.
const CODE: &[&str] = &[
    "/code",
    "/error/code",
    "/errors/0/code",
    "/error_code",
    "/errorCode",
    "/error/type",
    "/type",
    "/0/code",
    "/0/errorCode",
];

/// Those of a problem (RFC 9457 §3.1), whose type says which it is.
const PROBLEM_CODE: &[&str] = &["/code", "/error_code", "/errorCode", "/type"];

/// Usual places of a message.
const MESSAGE: &[&str] = &[
    "/message",
    "/error/message",
    "/error_description",
    "/error_message",
    "/errorMessage",
    "/detail",
    "/errors/0/message",
    "/errors/0/detail",
    "/title",
    "/errors/0/title",
    "/errors/0",
    "/detail/0/msg",
    "/0/message",
    ERROR,
    "",
];

/// A code as OAuth 2.0 has it (RFC 6749 §5.2), or a message.
const ERROR: &str = "/error";

/// Usual places of the seconds to wait before the next try.
const RETRY_AFTER: &[&str] = &[
    "/retry_after",
    "/retryAfter",
    "/error/retry_after",
    "/parameters/retry_after",
];

/// Usual places of what to quote when asking the vendor.
const REQUEST_ID: &[&str] = &[
    "/request_id",
    "/requestId",
    "/error/request_id",
    "/meta/request_id",
];

/// What it says.
pub(super) struct Told {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) retry_after: Option<Duration>,
}

/// What a body says; `element` is what a condition was found to hold on.
pub(super) fn told(
    case: &Case,
    headers: &HeaderMap,
    json: Option<&Value>,
    element: &Value,
) -> Told {
    let documented = |places: &[&str]| {
        let mut places = places.iter();
        places.find_map(|place| text(at(place, json?, element)?))
    };
    let usual = |places: &[&str]| {
        let mut texts = places.iter().filter_map(|place| text(usual(place, json?)?));
        texts.find(|text| !text.trim().is_empty() && text != "about:blank")
    };
    let code = match case.code {
        [] if is_problem(headers) => usual(PROBLEM_CODE).or_else(|| usual(CODE)),
        [] => usual(CODE).or_else(|| usual(&[ERROR]).filter(|text| is_code(text))),
        places => documented(places),
    };
    let message = match case.message {
        // A code where others have a message is not said twice.
        [] => usual(MESSAGE).filter(|message| Some(message) != code.as_ref()),
        places => documented(places),
    };
    Told {
        code,
        message,
        request_id: usual(REQUEST_ID),
        retry_after: usual(RETRY_AFTER).and_then(|text| seconds(&text)),
    }
}

/// The value at a pointer; `./…` starts at the matched element.
fn at<'v>(place: &str, body: &'v Value, element: &'v Value) -> Option<&'v Value> {
    match place.strip_prefix('.') {
        Some(relative) => element.pointer(relative),
        None => body.pointer(place),
    }
}

/// The value at a usual place, whether its names have capitals or not.
fn usual<'v>(place: &str, body: &'v Value) -> Option<&'v Value> {
    place
        .split('/')
        .skip(1)
        .try_fold(body, |value, key| match value {
            Value::Object(members) => members.get(key).or_else(|| {
                let mut members = members.iter();
                let found = members.find(|(name, _)| name.eq_ignore_ascii_case(key));
                found.map(|(_, value)| value)
            }),
            Value::Array(items) => items.get(key.parse::<usize>().ok()?),
            _ => None,
        })
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether a text is for programs: `not_found` and `ENOENT`, but not `Forbidden` or `Not found`.
fn is_code(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_joined = || text.contains(['_', '-', '.']) && !text.ends_with('.');
    let is_even = || {
        let mut letters = text.chars().filter(char::is_ascii_alphabetic);
        let is_upper = letters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase());
        letters.all(|letter| letter.is_ascii_uppercase() == is_upper)
    };
    text.chars().all(is_plain) && (is_joined() || is_even())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(headers: &HeaderMap, body: &Value) -> [Option<String>; 2] {
        let Told { code, message, .. } = told(&Case::NEW, headers, Some(body), body);
        [code, message]
    }

    #[test]
    fn bodies_of_many_apis() {
        let none = HeaderMap::new();
        for (body, code, message) in [
            // OAuth 2.0, with and without words.
            (
                json!({"error": "invalid_grant", "error_description": "Expired."}),
                "invalid_grant",
                "Expired.",
            ),
            (json!({"error": "slow_down"}), "slow_down", ""),
            (
                json!({"error": "Not Found", "message": ""}),
                "",
                "Not Found",
            ),
            (json!({"error": "Forbidden"}), "", "Forbidden"),
            (
                json!({"ErrorNumber": 10, "Type": "ValidationException", "Message": "It failed."}),
                "ValidationException",
                "It failed.",
            ),
            (
                json!({"type": "error", "error": {"type": "overloaded_error", "message": "Later."}}),
                "overloaded_error",
                "Later.",
            ),
            // JSON:API, FastAPI, Salesforce.
            (
                json!({"errors": [{"code": "a1", "title": "Bad", "detail": "Worse."}]}),
                "a1",
                "Worse.",
            ),
            (
                json!({"detail": [{"msg": "field required", "type": "missing"}]}),
                "",
                "field required",
            ),
            (
                json!([{"errorCode": "INVALID_ID", "message": "No such."}]),
                "INVALID_ID",
                "No such.",
            ),
            (json!({"errors": ["Name is taken"]}), "", "Name is taken"),
            (json!("no such thing"), "", "no such thing"),
            (json!({"code": "", "error": {"code": "deep"}}), "deep", ""),
            (json!(7), "", "7"),
            (json!({"error": {}}), "", ""),
        ] {
            let wanted =
                [code, message].map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()));
            assert_eq!(said(&none, &body), wanted, "{body}");
        }
    }

    #[test]
    fn what_a_problem_is_comes_before_what_is_within_it() {
        let headers = HeaderMap::from_iter([(
            http::header::CONTENT_TYPE,
            "application/problem+json; charset=utf-8".parse().unwrap(),
        )]);
        let inner = json!([{"code": "inner", "message": "Within."}]);
        let body = json!({"type": "https://e.example/out", "detail": "Outside.", "errors": inner});
        let texts = |texts: [&str; 2]| texts.map(|text| Some(text.to_owned()));
        assert_eq!(
            said(&headers, &body),
            texts(["https://e.example/out", "Outside."])
        );
        let body = json!({"type": "about:blank", "title": "Not Found"});
        assert_eq!(said(&headers, &body), [None, Some("Not Found".to_owned())]);
    }
}
