//! Which media type an answer has (RFC 9110 §8.3), among those that are documented.

use http::{HeaderMap, header::CONTENT_TYPE};

/// How exactly a documented media type or range names the answer's own, the larger the more
/// exactly; `None` where it does not. Parameters do not matter, nor does case.
pub(crate) fn fits(documented: &str, headers: &HeaderMap) -> Option<u8> {
    let (kind, subtype) = essence(headers.get(CONTENT_TYPE)?.to_str().ok()?)?;
    let (wanted_kind, wanted) = essence(documented)?;
    let is_kind = wanted_kind.eq_ignore_ascii_case(kind);
    match (wanted_kind, wanted) {
        ("*", "*") => Some(0),
        (_, "*") => is_kind.then_some(1),
        _ => (is_kind && wanted.eq_ignore_ascii_case(subtype)).then_some(2),
    }
}

/// The most exact of several.
pub(crate) fn best(documented: &[&str], headers: &HeaderMap) -> Option<u8> {
    let all = documented.iter();
    all.filter_map(|name| fits(name, headers)).max()
}

/// A parameter of the answer's content type, such as `charset`.
pub(crate) fn parameter<'h>(name: &str, headers: &'h HeaderMap) -> Option<&'h str> {
    let text = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    text.split(';').skip(1).find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        let is_it = key.trim().eq_ignore_ascii_case(name);
        is_it.then(|| value.trim().trim_matches('"'))
    })
}

/// Whether the answer calls itself text that is not JSON.
pub(crate) fn is_text(headers: &HeaderMap) -> bool {
    fits("text/*", headers).is_some() && fits("text/json", headers).is_none()
}

/// Type and subtype, without parameters.
fn essence(text: &str) -> Option<(&str, &str)> {
    let essence = text.split(';').next()?;
    let (kind, subtype) = essence.trim().split_once('/')?;
    (!kind.is_empty() && !subtype.is_empty()).then_some((kind, subtype))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(content_type: &str) -> HeaderMap {
        HeaderMap::from_iter([(CONTENT_TYPE, content_type.parse().unwrap())])
    }

    #[test]
    fn the_most_exact_name_counts() {
        let headers = of("Text/CSV; charset=utf-8; header=present");
        assert_eq!(fits("text/csv", &headers), Some(2));
        assert_eq!(fits("text/csv; header=absent", &headers), Some(2));
        assert_eq!(fits("text/*", &headers), Some(1));
        assert_eq!(fits("*/*", &headers), Some(0));
        assert_eq!(fits("text/plain", &headers), None);
        assert_eq!(fits("application/*", &headers), None);
        assert_eq!(best(&["*/*", "text/*"], &headers), Some(1));
        assert_eq!(best(&["image/png"], &headers), None);
    }

    #[test]
    fn what_is_missing_or_odd_is_no_media_type() {
        assert_eq!(fits("*/*", &HeaderMap::new()), None);
        for odd in ["", "json", "/json", "text/"] {
            assert_eq!(fits("*/*", &of(odd)), None, "{odd}");
        }
    }

    #[test]
    fn parameters() {
        let headers = of("text/plain; Charset=\"ISO-8859-1\"");
        assert_eq!(parameter("charset", &headers), Some("ISO-8859-1"));
        assert_eq!(parameter("boundary", &headers), None);
        assert!(is_text(&headers));
        assert!(!is_text(&of("text/json")));
    }
}
