//! What says where an answer ends (RFC 9112 §6). That is for whoever sends it, and must be true.

use http::{
    HeaderMap, HeaderName,
    header::{CONTENT_LENGTH, TRAILER, TRANSFER_ENCODING},
};

use crate::Body;

/// What is wrong with what an answer says of its own end. To a HEAD it tells how long the body would be.
pub(super) fn fault(headers: &HeaderMap, body: &Body, is_head: bool) -> Option<String> {
    let is_there = |name: &HeaderName| headers.contains_key(name);
    if let Some(name) = [TRANSFER_ENCODING, TRAILER].into_iter().find(is_there) {
        return Some(format!(
            "`{name}` cannot stand in an answer: who sends it says how"
        ));
    }
    let length = body.length();
    if is_head && length == Some(0) {
        return None;
    }
    let is_true = |value: &http::HeaderValue| {
        let said = value.to_str().ok().and_then(|text| text.parse().ok());
        length.is_some() && said == length
    };
    let mut said = headers.get_all(CONTENT_LENGTH).iter();
    said.any(|value| !is_true(value)).then(|| match length {
        Some(length) => format!("`content-length` is not that of the body, which is {length}"),
        None => "`content-length` is said of a body whose length is not known".to_owned(),
    })
}
