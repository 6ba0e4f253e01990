//! Bodies of several parts: what stands between them follows from what they are.

use http::{HeaderMap, HeaderValue, header::CONTENT_TYPE};

/// A content type without the boundary that it names (RFC 2046 §5.1.1): the type, and what else is said
/// of it.
pub(super) fn without_boundary(content_type: &HeaderValue) -> Vec<&[u8]> {
    let parts = pieces(content_type.as_bytes());
    parts.filter(|part| boundary(part).is_none()).collect()
}

/// Whether two bodies have the same parts, whatever stands between them.
pub(super) fn are_same(one: (&HeaderMap, &[u8]), other: (&HeaderMap, &[u8])) -> bool {
    let read = |(headers, body)| Some(split(body, named(headers)?));
    read(one).is_some_and(|one| read(other) == Some(one))
}

/// The boundary that is named.
fn named(headers: &HeaderMap) -> Option<&[u8]> {
    let content_type = headers.get(CONTENT_TYPE)?.as_bytes();
    pieces(content_type)
        .find_map(boundary)
        .filter(|name| !name.is_empty())
}

fn pieces(content_type: &[u8]) -> impl Iterator<Item = &[u8]> {
    let pieces = content_type.split(|byte| *byte == b';');
    pieces.map(<[u8]>::trim_ascii)
}

/// The boundary, where a parameter is one.
fn boundary(parameter: &[u8]) -> Option<&[u8]> {
    let at = parameter.iter().position(|byte| *byte == b'=')?;
    let (name, value) = parameter.split_at_checked(at)?;
    let value = value.strip_prefix(b"=")?;
    let bare = value
        .strip_prefix(b"\"")
        .and_then(|value| value.strip_suffix(b"\""));
    let is_it = name.eq_ignore_ascii_case(b"boundary");
    is_it.then_some(bare.unwrap_or(value))
}

/// What is before, between and behind the boundaries.
fn split<'b>(body: &'b [u8], boundary: &[u8]) -> Vec<&'b [u8]> {
    let line = [b"--", boundary].concat();
    let (mut found, mut rest) = (Vec::new(), body);
    while let Some(at) = rest.windows(line.len()).position(|piece| piece == line) {
        let (before, from) = rest.split_at_checked(at).unwrap_or_default();
        found.push(before);
        rest = from.strip_prefix(&*line).unwrap_or_default();
    }
    found.push(rest);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(content_type: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(content_type))])
    }

    #[test]
    fn the_parts_are_compared_and_not_the_boundaries() {
        let (a, b) = (
            headers("multipart/form-data; boundary=a"),
            headers("multipart/form-data; Boundary=\"b\"; x=1"),
        );
        let one = (&a, b"--a\r\nhead\r\n\r\nit\r\n--a--\r\n".as_slice());
        assert!(are_same(one, (&b, b"--b\r\nhead\r\n\r\nit\r\n--b--\r\n")));
        assert!(!are_same(one, (&b, b"--b\r\nhead\r\n\r\nit.\r\n--b--\r\n")));
        assert!(!are_same(one, (&b, one.1)));
        let plain = headers("text/plain");
        assert!(!are_same((&plain, b"a"), (&plain, b"a")));
        assert_eq!(
            without_boundary(&b[CONTENT_TYPE]),
            [b"multipart/form-data".as_slice(), b"x=1"]
        );
    }
}
