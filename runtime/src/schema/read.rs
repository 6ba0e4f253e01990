//! Bytes to a type.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::path;
use crate::DecodeError;

/// The body without a byte order mark, which RFC 8259 §8.1 lets a parser ignore.
pub(crate) fn without_bom(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// Reads a body, whatever its content type says.
pub(crate) fn from_json<T: DeserializeOwned>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<T, DecodeError> {
    path::clear();
    serde_json::from_slice(without_bom(body)).map_err(|error| {
        let at = (error.line() > 0).then(|| (error.line(), error.column()));
        let (headers, body) = (headers.clone(), body.clone());
        if body.is_empty() {
            return DecodeError::new("there is no body", status, headers, body);
        }
        let reason = error.to_string();
        let reason = reason
            .rsplit_once(" at line ")
            .map_or(&*reason, |(reason, _)| reason);
        DecodeError::located(reason, path::take(), at, status, headers, body)
    })
}
