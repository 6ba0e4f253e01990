//! Bytes to a type.

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde_json::error::Category;

use super::{Wire, path};
use crate::DecodeError;

/// The body without a byte order mark, which RFC 8259 §8.1 lets a parser ignore.
pub(crate) fn without_bom(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// Reads a body, whatever its content type says.
pub(crate) fn from_json<T: Wire>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<T, DecodeError> {
    path::clear();
    whole(without_bom(body)).map_err(|error| {
        if body.is_empty() {
            return DecodeError::new("there is no body", status, headers.clone(), body.clone());
        }
        let at = (error.line() > 0).then(|| (error.line(), error.column()));
        let words = error.to_string();
        let words = words
            .rsplit_once(" at line ")
            .map_or(&*words, |(words, _)| words);
        let reason = match error.classify() {
            Category::Data => words.to_owned(),
            Category::Io | Category::Syntax | Category::Eof => {
                format!("it is not JSON{}: {words}", label(headers))
            }
        };
        let path = path::take();
        DecodeError::located(&reason, path, at, status, headers.clone(), body.clone())
    })
}

/// Reads all of a text: nothing may follow the value.
fn whole<T: Wire>(text: &[u8]) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let value = T::read(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// What the headers call a body that is not JSON.
fn label(headers: &HeaderMap) -> String {
    let names = [header::CONTENT_TYPE, header::CONTENT_ENCODING];
    let found = names
        .iter()
        .filter_map(|name| headers.get(name)?.to_str().ok());
    let found: Vec<_> = found.filter(|label| !label.contains("json")).collect();
    match found.as_slice() {
        [] => String::new(),
        labels => format!(" but {}", labels.join(", ")),
    }
}
