//! Outputs and errors as answers: of those that the document tells of, one that the operation reads as
//! what it is to be.

use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header::CONTENT_TYPE};

use super::same::is_same;
use crate::{
    Body, Error, ErrorKind, Operation, RawResponse, ToReply,
    response::ReplyContent,
    select::{Head, of_error, of_output},
};

/// How many of the things that an answer would be are told.
const MOST_TOLD: usize = 4;

/// An answer, ready to be given.
pub(super) type Encoded = Response<Body>;

/// The answer that is read as this output.
pub(super) fn output<O: Operation<Output: ToReply>>(
    output: &O::Output,
    status: Option<StatusCode>,
    headers: &HeaderMap,
) -> Result<Encoded, String> {
    let wanted = output.to_reply()?;
    let mut tried = Vec::new();
    let heads = heads(of_output(&O::responses()), status);
    for (media_type, body) in contents::<O>(&wanted.content) {
        for head in &heads {
            let answer = answer::<O>(head, headers, &media_type, body.clone());
            let found = match read::<O>(&answer).map(|found| found.to_reply()) {
                Ok(Ok(found)) if is_same(&found, &wanted) => return Ok(answer),
                Ok(_) => "another output".to_owned(),
                Err(error) => told(&error),
            };
            tried.push((answer.status(), found));
        }
    }
    Err(report("no answer is read as this output", &tried))
}

/// The answer that is read as this error.
pub(super) fn error<O: Operation>(
    error: &O::Error,
    status: Option<StatusCode>,
    headers: &HeaderMap,
) -> Result<Encoded, String> {
    let wanted = error.row();
    let body = wanted.held.to_body()?;
    let is_text = serde_json::from_slice::<serde::de::IgnoredAny>(&body).is_err();
    let mut tried = Vec::new();
    for head in heads(of_error(&O::responses(), wanted.number), status) {
        let media_type = if is_text {
            ""
        } else {
            error_type::<O>(head.status)
        };
        let answer = answer::<O>(&head, headers, media_type, Body::from(body.clone()));
        let found = match read::<O>(&answer) {
            Err(Error::Api(error)) if error.kind().row().number == wanted.number => {
                if *error.body() == body {
                    return Ok(answer);
                }
                format!("`{}` without a body (RFC 9110 §6.4.1)", wanted.variant)
            }
            Err(error) => told(&error),
            Ok(_) => "a success".to_owned(),
        };
        tried.push((answer.status(), found));
    }
    let why = format!("no answer with this body is read as `{}`", wanted.variant);
    Err(report(&why, &tried))
}

/// The heads to try: those that the document tells of, or the one that was asked for.
fn heads(documented: Vec<Head>, status: Option<StatusCode>) -> Vec<Head> {
    let Some(status) = status else {
        return documented;
    };
    let mut heads: Vec<Head> = documented
        .into_iter()
        .map(|head| Head { status, ..head })
        .collect();
    heads.push(status.into());
    heads
}

/// The bodies that a reply may come in, each with its media type.
fn contents<O: Operation>(content: &ReplyContent) -> Vec<(String, Body)> {
    let nothing = (String::new(), Body::empty());
    match content {
        ReplyContent::Nothing => vec![nothing],
        ReplyContent::Raw(body) => {
            let media_type = accepted::<O>(|_| true).unwrap_or("application/octet-stream");
            vec![(media_type.to_owned(), body.clone())]
        }
        ReplyContent::Json(text) => {
            let json = accepted::<O>(is_json).unwrap_or("application/json");
            let mut all = vec![(json.to_owned(), Body::from(text.clone()))];
            // What no body can be told from is sent without one.
            if text.as_ref() == b"null" {
                all.insert(0, nothing);
            }
            if let Ok(plain) = serde_json::from_slice::<String>(text) {
                let media_type = accepted::<O>(|name| !is_json(name)).unwrap_or("text/plain");
                all.push((media_type.to_owned(), Body::from(plain)));
            }
            all
        }
    }
}

/// The first media type that the operation asks for, of those that are wanted.
fn accepted<O: Operation>(is_wanted: impl Fn(&str) -> bool) -> Option<&'static str> {
    // What is asked for less than the rest is what errors come in.
    let names = O::META
        .accept
        .split(',')
        .filter(|name| !name.contains(";q="));
    let mut names = names.map(|name| match name.trim() {
        "text/*" => "text/plain",
        name => name,
    });
    names
        .find(|name| !name.is_empty() && !name.contains('*') && *name != PROBLEM && is_wanted(name))
}

/// What problem details are (RFC 9457): no success is that.
const PROBLEM: &str = "application/problem+json";

/// The type of JSON that errors of this status come in. Where not all of them are problems, the operation
/// says which are; else all are, if problems are asked for, and come in one that is asked for less than the
/// rest, if there is one. An error in a success comes in what that comes in.
fn error_type<O: Operation>(status: StatusCode) -> &'static str {
    const JSON: &str = "application/json";
    if status.is_success() {
        return accepted::<O>(is_json).unwrap_or(JSON);
    }
    let named = O::META.error_types;
    if !named.is_empty() {
        let class = format!("{}XX", status.as_u16() / 100);
        let keys = [status.as_str(), &class, "default"];
        let of = |key: &str| named.iter().find(|(name, _)| *name == key);
        let found = keys.into_iter().find_map(of);
        return found.map_or(JSON, |(_, media_type)| media_type);
    }
    let mut names = O::META
        .accept
        .split(',')
        .map(|name| match name.split_once(";q=") {
            Some((name, _)) => (name.trim(), true),
            None => (name.trim(), false),
        });
    if names.clone().any(|(name, _)| name == PROBLEM) {
        return PROBLEM;
    }
    let found = names.find(|(name, is_less)| *is_less && is_json(name));
    found.map_or(JSON, |(name, _)| name)
}

fn is_json(media_type: &str) -> bool {
    media_type.ends_with("json")
}

fn answer<O: Operation>(head: &Head, headers: &HeaderMap, media_type: &str, body: Body) -> Encoded {
    // These have none (RFC 9110 §6.4.1), whatever is meant by them.
    let is_bodiless = O::META.method == Method::HEAD.as_str()
        || matches!(head.status.as_u16(), 100..=199 | 204 | 205 | 304);
    let body = if is_bodiless { Body::empty() } else { body };
    let mut response = Response::new(body);
    *response.status_mut() = head.status;
    let own = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(media_type)
        && !media_type.is_empty()
        && !is_bodiless
    {
        own.insert(CONTENT_TYPE, value);
    }
    own.extend(head.headers.clone());
    own.extend(headers.clone());
    response
}

/// Reads an answer as the operation does.
fn read<O: Operation>(answer: &Encoded) -> Result<O::Output, Error<O::Error>> {
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut raw = match answer.body().as_bytes() {
        Some(bytes) => RawResponse::new(status, headers, bytes),
        None => RawResponse::streamed(status, headers, answer.body().clone()),
    };
    O::decode(&mut raw)
}

fn told<E: ErrorKind>(error: &Error<E>) -> String {
    match error {
        Error::Api(error) => format!("`{}`", error.kind().variant()),
        other => other.to_string(),
    }
}

fn report(why: &str, tried: &[(StatusCode, String)]) -> String {
    let mut text = why.to_owned();
    let mut told: Vec<&String> = Vec::new();
    for (status, found) in tried {
        if told.contains(&found) || told.len() >= MOST_TOLD {
            continue;
        }
        told.push(found);
        text.push_str(&format!("\n  with {} it is {found}", status.as_u16()));
    }
    if tried.is_empty() {
        text.push_str(": the document has no response for it; `status` says one");
    }
    text
}
