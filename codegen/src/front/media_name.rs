//! Names of media types and of ranges of them (RFC 9110 §8.3.1, §12.5.1).

use crate::collection::order;

/// The name of a media type: `type/subtype`, and parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MediaName<'t> {
    /// As it is written.
    pub(super) text: &'t str,
    essence: String,
    parameters: Vec<String>,
}

impl<'t> MediaName<'t> {
    /// The name, if the text is one.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let text = text.trim_matches([' ', '\t']);
        // What an API compares byte by byte is sent as it is written; it need only fit a header.
        if !text
            .bytes()
            .all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte))
        {
            return None;
        }
        let mut pieces = split_outside_quotes(text, ';').into_iter();
        let essence = pieces.next()?.trim().to_ascii_lowercase();
        let (kind, subtype) = essence.split_once('/')?;
        let is_plain = |text: &str| is_token(text) && !text.contains('*');
        // `application/*+json` is in no RFC, and in many a document.
        let is_subtype = subtype == "*" || is_plain(subtype.strip_prefix("*+").unwrap_or(subtype));
        if !is_subtype || !(is_plain(kind) || essence == "*/*") {
            return None;
        }
        let parameters = pieces.map(|piece| piece.trim().to_ascii_lowercase());
        let mut parameters: Vec<_> = parameters.filter(|piece| !piece.is_empty()).collect();
        order::sort(&mut parameters);
        Some(Self {
            text,
            essence,
            parameters,
        })
    }

    /// `type/subtype`, in lower case and without parameters.
    pub(super) fn essence(&self) -> &str {
        &self.essence
    }

    /// Whether both name the same: case does not matter, nor does the order of parameters.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.essence == other.essence && self.parameters == other.parameters
    }
}

/// The names in a list of them, which some write where one name belongs.
pub(super) fn names(text: &str) -> Vec<&str> {
    split_outside_quotes(text, ',')
}

/// Whether a text is a token (RFC 9110 §5.6.2), as names of headers and media types are.
pub(super) fn is_token(text: &str) -> bool {
    let is_token_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_token_char)
}

/// Parameters may hold quoted text, and any mark in it.
fn split_outside_quotes(text: &str, mark: char) -> Vec<&str> {
    let mut quoted = false;
    let mut escaped = false;
    text.split(move |c: char| {
        let was_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if quoted => escaped = !was_escaped,
            '"' if !was_escaped => quoted = !quoted,
            _ => {}
        }
        c == mark && !quoted
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_name_is() {
        for name in [
            "text/plain",
            "*/*",
            "image/*",
            "application/*+json",
            "a/b;x=\"1;2\\\";\"; y=2",
            " text/plain ",
        ] {
            assert!(MediaName::parse(name).is_some(), "{name}");
        }
        for name in [
            "",
            "json",
            "examples",
            "*/json",
            "a/b*",
            "a/b c",
            "a/b\r\nX: y",
            "é/b",
            "/b",
            "a/",
        ] {
            assert_eq!(MediaName::parse(name), None, "{name}");
        }
    }

    #[test]
    fn names_that_are_one() {
        let is = |one, other| {
            let parsed = MediaName::parse(one).zip(MediaName::parse(other));
            parsed.is_some_and(|(one, other)| one.is(&other))
        };
        assert!(is("application/json", "Application/JSON"));
        assert!(is("a/b; x=1;y=2", "A/B;Y=2; X=1"));
        assert!(!is("a/b", "a/b; x=1"));
        assert_eq!(names("text/csv, text/tsv"), ["text/csv", " text/tsv"]);
        assert_eq!(names("a/b; x=\"1,2\""), ["a/b; x=\"1,2\""]);
    }
}
