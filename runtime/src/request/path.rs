//! Path templates (OpenAPI 3.0.3 §4.7.8.2), filled so that no argument leaves its segment.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use super::escape;
use crate::BuildError;

/// Refuses an argument that no escaping can save: servers and proxies decode and normalise paths,
/// and a DELETE on the parent path is a disaster.
///
/// Where escapes in an argument are kept as they are, they count as what they stand for.
pub(crate) fn check_argument(
    name: &str,
    text: &str,
    keeps_escapes: bool,
) -> Result<(), BuildError> {
    let hides_control = || percent_decode_str(text).any(|byte| byte.is_ascii_control());
    if text.chars().any(|c| c.is_ascii_control()) || (keeps_escapes && hides_control()) {
        return Err(BuildError::argument(
            name,
            "holds a control character, which a path cannot carry",
        ));
    }
    if escape::is_dots(text) {
        return Err(BuildError::argument(
            name,
            "is empty or made of dots, which would lead to another path",
        ));
    }
    Ok(())
}

/// Fills the template with escaped arguments, segment by segment.
pub(crate) fn fill(
    template: &str,
    arguments: &BTreeMap<&'static str, String>,
) -> Result<String, BuildError> {
    let mut path = String::with_capacity(template.len());
    for segment in template.strip_prefix('/').unwrap_or(template).split('/') {
        path.push('/');
        let (filled, last) = fill_text(segment, escape::literal, arguments)?;
        if let Some(name) = last.filter(|_| escape::is_dots(&filled)) {
            return Err(BuildError::argument(name, "makes a path segment of dots"));
        }
        path.push_str(&filled);
    }
    Ok(path)
}

/// Fills a query that stands in a template.
pub(crate) fn fill_query(
    query: &str,
    arguments: &BTreeMap<&'static str, String>,
) -> Result<String, BuildError> {
    fill_text(query, escape::literal_query, arguments).map(|(filled, _)| filled)
}

/// The filled text, and the last parameter in it.
fn fill_text<'t>(
    text: &'t str,
    literal: fn(&str) -> String,
    arguments: &BTreeMap<&'static str, String>,
) -> Result<(String, Option<&'t str>), BuildError> {
    let mut filled = String::new();
    let mut last = None;
    let mut rest = text;
    while let Some((text, tail)) = rest.split_once('{') {
        let Some((name, tail)) = tail.split_once('}') else {
            break;
        };
        filled.push_str(&literal(text));
        let argument = arguments
            .get(name)
            .ok_or_else(|| BuildError::argument(name, "is missing"))?;
        filled.push_str(argument);
        last = Some(name);
        rest = tail;
    }
    filled.push_str(&literal(rest));
    Ok((filled, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, arguments: &[(&'static str, &str)]) -> Result<String, BuildError> {
        let arguments = arguments
            .iter()
            .map(|(name, text)| (*name, escape::argument(text)))
            .collect();
        fill(template, &arguments)
    }

    #[test]
    fn text_around_and_between_arguments() {
        let path = filled(
            "/v1/{page}t.{format}/{page}",
            &[("page", "a/b"), ("format", "é")],
        );
        assert_eq!(path.unwrap(), "/v1/a%2Fbt.%C3%A9/a%2Fb");
        assert_eq!(filled("/", &[]).unwrap(), "/");
        assert_eq!(filled("/a b/{", &[]).unwrap(), "/a%20b/%7B");
    }

    #[test]
    fn a_segment_that_becomes_dots_is_refused() {
        assert!(filled("/{a}{b}", &[("a", "."), ("b", ".")]).is_err());
        assert!(filled("/.{a}", &[("a", ".")]).is_err());
        assert!(filled("/{a}", &[]).is_err());
    }
}
