//! Path templates, looked at from the request.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Whether a path ends in the template, with anything in the place of its parameters, and the query starts
/// with that of the template; and how much of it the template names.
pub(super) fn fits(template: &str, path: &str, query: &str) -> Option<usize> {
    let (template, fixed) = template.split_once('?').unwrap_or((template, ""));
    let fixed = fixed.split('{').next().unwrap_or_default();
    if !query.starts_with(fixed) {
        return None;
    }
    let template = template.strip_prefix('/').unwrap_or(template);
    let mut segments = path.rsplit('/');
    let mut named = fixed.len();
    for pattern in template.rsplit('/') {
        named = named.saturating_add(segment(pattern, segments.next()?)?);
    }
    // What is left is the path of the base URL, and at least the slash.
    segments.next().map(|_| named)
}

/// How much of a segment its pattern names; `None` where it does not fit.
fn segment(pattern: &str, segment: &str) -> Option<usize> {
    let segment = plain(segment);
    let Some((before, rest)) = pattern.split_once('{') else {
        return (plain(pattern) == segment).then(|| segment.len().saturating_add(1));
    };
    let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
    let (before, after) = (plain(before), plain(after));
    let named = before.len() + after.len();
    let fits = segment.len() > named && segment.starts_with(&*before) && segment.ends_with(&*after);
    fits.then_some(named)
}

/// The text that is meant: a request may escape what a template does not.
fn plain(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_templates() {
        for (template, path, expected) in [
            ("/a/{b}", "/a/1", true),
            ("/a/{b}", "/base/a/1", true),
            ("/a/{b}", "/a", false),
            ("/a/{b}", "/b/1", false),
            ("/a/x{b}.json", "/a/x1.json", true),
            ("/a/x{b}.json", "/a/x1.xml", false),
            ("/a/x{b}x", "/a/x", false),
            ("/users('{b}')", "/users(%27me%27)", true),
            ("/{b}", "/", false),
            ("/a", "/a/b", false),
            ("/a", "/ba", false),
            ("/", "/", true),
            ("/", "/base/", true),
            ("/", "/base", false),
            ("/?Action=List", "/", false),
        ] {
            assert_eq!(
                fits(template, path, "").is_some(),
                expected,
                "{template} {path}"
            );
        }
        assert!(fits("/?Action=List", "/", "Action=List&page=2").is_some());
        assert!(fits("/a/{b}", "/a/c", "") < fits("/a/c", "/a/c", ""));
    }
}
