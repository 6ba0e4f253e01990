//! The `Cookie` header (RFC 6265 §4.2.1), which there is once, whoever adds to it.

use http::{HeaderMap, HeaderValue, header};

/// Adds cookies behind those that are there.
pub(crate) fn add(headers: &mut HeaderMap, cookies: &HeaderValue) {
    let joined = headers.get(header::COOKIE).and_then(|there| {
        let whole = [there.as_bytes(), b"; ", cookies.as_bytes()].concat();
        HeaderValue::from_bytes(&whole).ok()
    });
    let mut cookies = joined.unwrap_or_else(|| cookies.clone());
    cookies.set_sensitive(true);
    headers.insert(header::COOKIE, cookies);
}
