//! One pattern of a selection.

use std::{fmt, str::FromStr};

use super::{Subject, glob::Glob};
use crate::diagnostic::{Place, closest, shown};

/// What no person writes.
const LONGEST: usize = 1_000;

/// The words before a colon.
const KINDS: &[&str] = &["tag", "path", "id", "webhook"];

/// A pattern that selects operations.
///
/// | pattern | selects |
/// |---|---|
/// | `tag:repos` | operations and webhooks with this tag |
/// | `id:repos/get` | the one with this `operationId` |
/// | `path:/repos/*`, or `/repos/*` | all operations of such paths |
/// | `GET /repos/**` | those by this method |
/// | `webhook:push` | webhooks of this name |
///
/// Stars stand for any text: in a path `*` stays within a segment, and `/**` is any number of
/// further segments, none included. All other characters are themselves, braces too, and case
/// matters, but for that of the method.
///
/// ```
/// use outspoken_codegen::Pattern;
///
/// let pattern: Pattern = "GET /repos/**".parse()?;
/// assert_eq!(pattern.to_string(), "GET /repos/**");
///
/// let slip = "tags:repos".parse::<Pattern>().unwrap_err();
/// assert_eq!(slip.to_string(), "`tags:` selects nothing: did you mean `tag:repos`?");
/// # Ok::<(), outspoken_codegen::PatternError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Pattern {
    text: Box<str>,
    kind: Kind,
    /// Where it is written, where that is in a file.
    place: Option<Place>,
}

/// What a pattern is held against.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Tag(Name),
    Id(Name),
    Webhook(Name),
    Path { method: Option<String>, path: Name },
}

/// A text with stars, and what becomes of them.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) text: String,
    glob: Glob,
}

impl Pattern {
    /// The same pattern, which stands there.
    #[cfg(feature = "config-file")]
    pub(crate) fn at(self, place: Place) -> Self {
        let place = Some(place);
        Self { place, ..self }
    }

    /// Where it is written, where that is in a file.
    pub(crate) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// What it is held against.
    pub(crate) fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Whether it selects this.
    pub(crate) fn fits(&self, subject: &Subject<'_>) -> bool {
        let is = |name: &Name, text: Option<&str>| text.is_some_and(|text| name.glob.fits(text));
        match &self.kind {
            Kind::Tag(name) => subject.tags.iter().any(|tag| name.glob.fits(tag)),
            Kind::Id(name) => is(name, subject.id),
            Kind::Webhook(name) => is(name, subject.webhook),
            Kind::Path { method, path } => {
                let by_it = |own: &String| {
                    let method = subject.method.unwrap_or_default();
                    method.eq_ignore_ascii_case(own)
                };
                is(path, subject.path) && method.as_ref().is_none_or(by_it)
            }
        }
    }
}

/// Two are equal where they are written in the same way, wherever that is.
impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Pattern {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, PatternError> {
        let text = text.trim();
        if text.len() > LONGEST {
            let message = format!("a pattern has at most {LONGEST} bytes: `{}`", shown(text));
            return Err(PatternError(message));
        }
        Ok(Self {
            text: text.into(),
            kind: kind(text)?,
            place: None,
        })
    }
}

fn kind(text: &str) -> Result<Kind, PatternError> {
    if let Some(path) = path(text) {
        return Ok(path);
    }
    let Some((word, rest)) = text.split_once(':') else {
        return Err(PatternError::without_kind(text));
    };
    let rest = rest.trim_start();
    if rest.is_empty() && KINDS.contains(&word) {
        let message = format!("nothing stands behind `{word}:`: write what it selects");
        return Err(PatternError(message));
    }
    match word {
        "tag" => Ok(Kind::Tag(Name::new(rest, Glob::name))),
        "id" => Ok(Kind::Id(Name::new(rest, Glob::name))),
        "webhook" => Ok(Kind::Webhook(Name::new(rest, Glob::name))),
        "path" => path(rest).ok_or_else(|| {
            let help = format!("did you mean `path:/{}`?", shown(rest));
            PatternError(format!("a path begins with a slash: {help}"))
        }),
        _ => Err(PatternError::unknown_kind(word, rest)),
    }
}

/// A path, with a method before it or not.
fn path(text: &str) -> Option<Kind> {
    let is_path = |text: &&str| text.starts_with(['/', '*']);
    if is_path(&text) {
        let path = Name::new(text, Glob::path);
        return Some(Kind::Path { method: None, path });
    }
    let (method, rest) = text.split_once(' ')?;
    let path = Some(rest.trim_start()).filter(is_path)?;
    // RFC 9110 §5.6.2.
    let is_mark = |letter: char| "!#$%&'*+-.^_`|~".contains(letter);
    let is_token = |letter: char| letter.is_ascii_alphanumeric() || is_mark(letter);
    method.chars().all(is_token).then(|| Kind::Path {
        method: Some(method.to_owned()),
        path: Name::new(path, Glob::path),
    })
}

impl Name {
    fn new(text: &str, glob: fn(&str) -> Glob) -> Self {
        Self {
            text: text.to_owned(),
            glob: glob(text),
        }
    }
}

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternError(String);

impl PatternError {
    fn without_kind(text: &str) -> Self {
        let text = shown(text);
        if text.is_empty() {
            let help = "write what is selected, such as `tag:repos` or `/repos/**`";
            return Self(format!("an empty pattern selects nothing: {help}"));
        }
        Self(format!(
            "`{text}` does not say what it selects: write `tag:{text}`, `id:{text}` or `/{text}`"
        ))
    }

    fn unknown_kind(word: &str, rest: &str) -> Self {
        let help = match closest(word, KINDS.iter().copied()) {
            Some(near) => format!("did you mean `{near}:{}`?", shown(rest)),
            None => format!("there are `{}:`", KINDS.join(":`, `")),
        };
        Self(format!("`{}:` selects nothing: {help}", shown(word)))
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PatternError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let pattern = text.parse::<Pattern>();
        pattern.map_or_else(
            |error| error.to_string(),
            |pattern| format!("{:?}", pattern.kind),
        )
    }

    #[test]
    fn what_is_no_pattern_says_what_is() {
        for (text, words) in [
            ("", "an empty pattern selects nothing: write"),
            (
                "repos",
                "`repos` does not say what it selects: write `tag:repos`, `id:repos` or",
            ),
            ("tag:", "nothing stands behind `tag:`"),
            ("pat:/x", "`pat:` selects nothing: did you mean `path:/x`?"),
            (
                "operation:x",
                "`operation:` selects nothing: there are `tag:`, `path:`, `id:`, `webhook:`",
            ),
            (
                "path:repos",
                "a path begins with a slash: did you mean `path:/repos`?",
            ),
            ("a\u{1b}[1m", "`a\\u{1b}[1m` does not say"),
            (&"x".repeat(2_000), "a pattern has at most 1000 bytes"),
        ] {
            assert!(said(text).starts_with(words), "{}", said(text));
        }
    }

    #[test]
    fn each_kind_is_held_against_its_own() {
        let subject = Subject {
            method: Some("GET"),
            path: Some("/repos/{owner}"),
            webhook: None,
            id: Some("repos/get"),
            tags: vec!["repos", "all of it"],
        };
        for (text, fits) in [
            ("tag:repos", true),
            ("tag:all of it", true),
            ("tag:Repos", false),
            ("tag:re*", true),
            ("id:repos/get", true),
            ("id: */get", true),
            ("id:repos", false),
            ("/repos/{owner}", true),
            ("path:/repos/*", true),
            ("path:GET /repos/**", true),
            ("get /repos/*", true),
            ("POST /repos/*", false),
            ("webhook:*", false),
        ] {
            assert_eq!(
                text.parse::<Pattern>().unwrap().fits(&subject),
                fits,
                "{text}"
            );
        }
    }
}
