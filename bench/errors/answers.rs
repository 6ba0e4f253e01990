//! Every answer that says no is the error that the document says, and can be asked for anything.

#![allow(deprecated, reason = "what is out of date has errors, too")]

use std::{error::Error as _, fmt::Display, panic};

use outspoken::{
    AnyError, Error, MemoryTransport, Operation, RawResponse, ReadError, Value,
    http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE},
};

/// Decodes an answer: nothing, where it is a success.
type Judge = fn(RawResponse) -> Option<AnyError>;

/// Reads the body of an error as the type that it has by `default`.
type Read = fn(&AnyError) -> Option<ReadError>;

/// Reads the body as this type.
macro_rules! read {
    ($body:ty) => {
        |error| error.api()?.read::<$body>().err()
    };
}

fn judge<O: Operation>(mut raw: RawResponse) -> Option<AnyError> {
    let raw_is_empty = raw.body().is_empty();
    let error = O::decode(&mut raw).err()?;
    // What came can be prepared in a test of who calls it: else this panics. No body comes with a HEAD.
    let can_come = O::META.method != "HEAD" || raw_is_empty;
    if let Some(kind) = error.kind().filter(|_| can_come) {
        let server = MemoryTransport::new();
        server.on_any::<O>().always().fails_with(kind.clone());
    }
    Some(error.erase())
}

const JUDGES: &[(&str, Judge, Read)] = &[
    // judges
];

/// Why this answer is not what it should be.
fn fault(answer: &Value, judge: Judge, read: Read) -> Option<String> {
    let number = answer[1]
        .as_u64()
        .and_then(|status| u16::try_from(status).ok());
    let status = StatusCode::from_u16(number.expect("a status")).expect("a status");
    let mut headers = HeaderMap::new();
    let name = answer[2].as_str().filter(|name| !name.is_empty());
    if let Some(Ok(name)) = name.map(HeaderValue::from_str) {
        headers.insert(CONTENT_TYPE, name);
    }
    let body = bytes(answer[3].as_str().expect("a body"));
    let raw = RawResponse::new(status, headers.clone(), body.clone());
    let Some(error) = judge(raw) else {
        return Some("it is Ok".to_owned());
    };
    if let Some(fault) = not_a_line(&error) {
        return Some(fault);
    }
    if error.status() != Some(status) || error.headers() != Some(&headers) {
        return Some("its status or its headers are lost".to_owned());
    }
    if error.body().map(|found| found.as_ref()) != Some(body.as_slice()) {
        return Some("its body is lost".to_owned());
    }
    let default = read(&error);
    let Error::Api(error) = error else {
        return Some(format!("it is {error:?}"));
    };
    let _ = (
        error.request_id(),
        error.retry_after(),
        error.is_retryable(),
    );
    let _ = (
        format!("{error:?}"),
        error.code(),
        error.message(),
        error.operation(),
    );
    let _ = error.problem().map(|problem| format!("{problem:?}"));
    let found = error.variant();
    if !answer[4]
        .as_array()
        .expect("variants")
        .iter()
        .any(|one| one == found)
    {
        return Some(format!("it is {found}"));
    }
    // What a variant holds is its source where it does not fit its type.
    let is_rest = found == "Unrecognized";
    let fault = error.kind().source().map(ToString::to_string);
    let fault = fault.or(default.filter(|_| is_rest).map(|fault| fault.to_string()));
    match fault {
        Some(fault) if answer[5] == true => Some(format!("it does not fit {found}: {fault}")),
        _ => None,
    }
}

/// The body: what stands for a byte that is no text is one.
fn bytes(text: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for (number, part) in text.split('\u{fffd}').enumerate() {
        body.extend((number > 0).then_some(0xff));
        body.extend_from_slice(part.as_bytes());
    }
    body
}

/// What an error, or what is behind it, says that is no line for a log.
fn not_a_line(error: &AnyError) -> Option<String> {
    let is_line = |said: &dyn Display| {
        let said = said.to_string();
        let is_odd = |c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}');
        let is_line = !said.is_empty() && !said.contains(is_odd);
        (!is_line).then(|| format!("it says {said:?}"))
    };
    let mut fault = is_line(error);
    let mut source = error.source();
    while let (None, Some(error)) = (&fault, source) {
        fault = is_line(&error);
        source = error.source();
    }
    fault
}

#[test]
fn every_error_is_what_the_document_says() {
    let (mut count, mut faults) = (0, Vec::new());
    // Panics are faults like others, and told below.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    for line in include_str!("answers.jsonl").lines() {
        let answer: Value = line.parse().expect("a line is JSON");
        let operation = answer[0].as_u64().and_then(|one| usize::try_from(one).ok());
        let (operation, judge, read) = JUDGES[operation.expect("a number")];
        count += 1;
        let found = panic::catch_unwind(|| fault(&answer, judge, read));
        let found = found.unwrap_or_else(|said| {
            let said = said.downcast_ref::<String>();
            Some(format!("it panics: {}", said.map_or("", |said| said)))
        });
        faults.extend(found.map(|found| {
            let [_, status, name, body, wanted, _] = &answer.as_array().unwrap()[..] else {
                panic!("a line has six parts");
            };
            let body: String = body.to_string().chars().take(600).collect();
            format!("{operation}: {status} {name} {body}: {wanted}, but {found}")
        }));
    }
    panic::set_hook(hook);
    println!("{count} answers");
    let shown = faults
        .iter()
        .take(40)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(
        faults.is_empty(),
        "{} of {count} are faulty\n{shown}",
        faults.len()
    );
}
