//! References that are resolved against a base (RFC 3986 §5.2).

use super::reference::is_url;

/// The identifier that a reference without a fragment means, as seen from a base; as it is written,
/// where there is none.
pub(super) fn resolve(base: &str, reference: &str) -> String {
    let (origin, path) = origin_and_path(base);
    let (own_path, query) = match reference.find('?') {
        Some(at) => reference.split_at(at),
        None => (reference, ""),
    };
    if own_path.is_empty() {
        return match query {
            "" => base.to_owned(),
            query => format!("{origin}{path}{query}"),
        };
    }
    if is_url(own_path) {
        let (own, path) = origin_and_path(own_path);
        let scheme = origin.split("//").next().unwrap_or_default();
        let scheme = if own.starts_with("//") { scheme } else { "" };
        return format!("{scheme}{own}{}{query}", without_dots(path));
    }
    if own_path.starts_with('/') {
        return format!("{origin}{}{query}", without_dots(own_path));
    }
    let folder = path
        .rfind('/')
        .map_or("", |at| path.get(..=at).unwrap_or_default());
    let folder = match folder {
        "" if origin.contains("//") => "/",
        folder => folder,
    };
    format!(
        "{origin}{}{query}",
        without_dots(&format!("{folder}{own_path}"))
    )
}

/// Scheme and authority, and the path without a query.
fn origin_and_path(uri: &str) -> (&str, &str) {
    let uri = uri.split('?').next().unwrap_or_default();
    let scheme = match is_url(uri) && !uri.starts_with("//") {
        true => uri.find(':').map_or(0, |at| at + 1),
        false => 0,
    };
    let rest = uri.get(scheme..).unwrap_or_default();
    let authority = match rest.strip_prefix("//") {
        Some(rest) => 2 + rest.find('/').unwrap_or(rest.len()),
        None => 0,
    };
    uri.split_at(scheme + authority)
}

/// A path without `.` and `..` (RFC 3986 §5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let is_rooted = path.starts_with('/');
    let mut parts = path.split('/').skip(usize::from(is_rooted)).peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        match part {
            "." => {}
            ".." => {
                kept.pop();
            }
            part => kept.push(part),
        }
        if is_last && matches!(part, "." | "..") {
            kept.push("");
        }
    }
    let path = kept.join("/");
    if is_rooted { format!("/{path}") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_by_the_rules_of_the_rfc() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("gg:h", "gg:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("http://x/y/../z", "http://x/z"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
        assert_eq!(resolve("", "a.yaml"), "a.yaml");
        assert_eq!(resolve("api.yaml", "api.yaml"), "api.yaml");
        assert_eq!(resolve("http://a", "b"), "http://a/b");
        assert_eq!(resolve("/x/api.yaml", "../y"), "/y");
    }
}
