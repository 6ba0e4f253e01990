//! Tests of the examples of a document: each is read by the generated code and written again, and
//! nothing of it may be lost.
//!
//! What generated packages have in their `tests` uses this and nobody else: it changes with the
//! generator.

mod compare;
mod data;
mod held;
mod macros;
mod same;

use http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE};
use serde_json::Value;

use crate::{
    Error, ErrorKind, Operation, RawResponse,
    schema::{Wire, Written},
};

pub use crate::__examples as examples;
pub use held::{Held, Kept, of};

use data::Example;

/// How an answer comes.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    status: u16,
    content_type: &'static str,
    may_fail: bool,
}

impl Answer {
    /// With this status and content type.
    #[must_use]
    pub const fn new(status: u16, content_type: &'static str) -> Self {
        Self {
            status,
            content_type,
            may_fail: false,
        }
    }

    /// The same; by what is in it, it may be an error all the same.
    #[must_use]
    pub const fn or(self, _error: &'static str) -> Self {
        Self {
            may_fail: true,
            ..self
        }
    }
}

/// A body that is sent: it is read as its type, and written again.
///
/// # Panics
/// When it is not read, or something of it is lost.
#[track_caller]
pub fn request<T: Wire>(data: &'static str, line: usize) {
    let example = Example::find(data, line);
    let text = example.value().to_string();
    let value = match T::read(&mut serde_json::Deserializer::from_str(&text)) {
        Ok(value) => value,
        Err(error) => example.fail(&format!("it is not read as its type: {error}")),
    };
    example.compare(&written(&value), true);
}

/// An answer that is an output; `take` takes out what it holds.
///
/// # Panics
/// When it is not read as that, or something of it is lost.
#[track_caller]
pub fn output<O: Operation>(
    data: &'static str,
    line: usize,
    answer: Answer,
    take: impl Fn(&O::Output) -> Option<Result<Value, String>>,
) {
    let example = Example::find(data, line);
    match decode::<O>(&example, answer) {
        Ok(output) => match take(&output) {
            Some(written) => example.compare(&written, false),
            None => example.fail("it is read as the answer of another status"),
        },
        // What the document declares to be an error may be shown where successes are.
        Err(Error::Api(_)) if answer.may_fail => {}
        Err(error) => example.fail(&format!("it is not read: {}", told(&error))),
    }
}

/// An answer that is an error; `take` takes out what the variant holds.
///
/// # Panics
/// When it is not read as that, or something of it is lost.
#[track_caller]
pub fn error<O: Operation>(
    data: &'static str,
    line: usize,
    answer: Answer,
    take: impl Fn(&O::Error) -> Option<Kept>,
) {
    let example = Example::find(data, line);
    let error = match decode::<O>(&example, answer) {
        Err(Error::Api(error)) => error,
        Err(error) => example.fail(&format!("it is not read: {}", told(&error))),
        Ok(_) => example.fail("it is read as a success"),
    };
    if error.body().as_ref() != example.body() {
        example.fail("its body is not kept");
    }
    match take(error.kind()) {
        Some(Kept::Value(written)) => example.compare(&written, false),
        Some(Kept::Raw) => {}
        None => {
            let variant = error.kind().variant();
            example.fail(&format!("it is read as `{variant}`"));
        }
    }
}

fn decode<O: Operation>(example: &Example, answer: Answer) -> Result<O::Output, Error<O::Error>> {
    let Answer {
        status,
        content_type,
        may_fail: _,
    } = answer;
    let status = StatusCode::from_u16(status).unwrap_or_default();
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_str(content_type) {
        headers.insert(CONTENT_TYPE, value);
    }
    O::decode(&mut RawResponse::new(
        status,
        headers,
        example.body().to_vec(),
    ))
}

/// An error and what is behind it, in a line.
fn told<E: ErrorKind>(error: &Error<E>) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text.push_str(&format!(": {error}"));
        source = error.source();
    }
    text
}

/// A value as it would be sent: by way of its text, since that is what is sent.
fn written<T: Wire>(value: &T) -> Result<Value, String> {
    let text = serde_json::to_vec(&Written(value)).map_err(|error| error.to_string())?;
    serde_json::from_slice(&text).map_err(|error| error.to_string())
}
