//! Lines such as `404 [X-Error: gone] {"code": "gone"} → Gone "gone: It is gone." retryable`.

/// An answer, and what the page says that it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) header: Option<(String, String)>,
    pub(crate) body: String,
    /// `Ok`, `Decode` or the name of a variant.
    pub(crate) becomes: String,
    /// What the error says after its status.
    pub(crate) says: Option<String>,
    /// Whether it may succeed later.
    pub(crate) retryable: Option<bool>,
}

impl Answer {
    /// Reads a line; `None` where it is no such line.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let (answer, outcome) = line.rsplit_once('→')?;
        let answer = answer.trim();
        let (status, rest) = answer.split_once(' ').unwrap_or((answer, ""));
        let rest = rest.trim();
        let (header, body) = match rest
            .strip_prefix('[')
            .and_then(|rest| rest.split_once("] "))
        {
            Some((header, body)) if header.contains(": ") => {
                let (name, value) = header.split_once(": ")?;
                (Some((name.to_owned(), value.to_owned())), body.trim())
            }
            _ => (None, rest),
        };
        let outcome = outcome.trim();
        let (becomes, rest) = outcome.split_once(' ').unwrap_or((outcome, ""));
        let (says, rest) = match rest.trim().strip_prefix('"') {
            Some(rest) => {
                let (says, rest) = rest.rsplit_once('"')?;
                (Some(says.to_owned()), rest)
            }
            None => (None, rest),
        };
        let retryable = match rest.trim() {
            "" => None,
            "retryable" => Some(true),
            "not retryable" => Some(false),
            _ => return None,
        };
        Some(Self {
            status: status.parse().ok()?,
            header,
            body: body.to_owned(),
            becomes: becomes.to_owned(),
            says,
            retryable,
        })
    }

    /// Compares what the page says with what came of it; `None` where it is the same.
    pub(crate) fn difference(&self, became: &Became) -> Option<String> {
        let differs = self.becomes != became.variant
            || self.says.as_ref().is_some_and(|says| *says != became.says)
            || self.retryable.is_some_and(|flag| flag != became.retryable);
        let Self {
            status,
            body,
            becomes,
            ..
        } = self;
        differs.then(|| format!("{status} {body} → {becomes}, and became {became:?}"))
    }
}

/// What became of an answer.
#[derive(Debug)]
pub(crate) struct Became {
    pub(crate) variant: String,
    pub(crate) says: String,
    pub(crate) retryable: bool,
}

#[test]
fn lines_of_a_page_are_read() {
    let line = r#"404 [X-Error: gone] {"a": [1]}  → Gone "gone: It "is" gone." not retryable"#;
    let answer = Answer::parse(line).unwrap();
    assert_eq!(answer.status, 404);
    assert_eq!(
        answer.header,
        Some(("X-Error".to_owned(), "gone".to_owned()))
    );
    assert_eq!(answer.body, r#"{"a": [1]}"#);
    assert_eq!(answer.says.as_deref(), Some(r#"gone: It "is" gone."#));
    assert_eq!(
        (answer.becomes.as_str(), answer.retryable),
        ("Gone", Some(false))
    );
    let answer = Answer::parse("204 → Ok").unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (204, ""));
    assert_eq!(Answer::parse(r#"200 [1, 2] → Ok"#).unwrap().body, "[1, 2]");
    assert_eq!(Answer::parse("200 Ok"), None);
    assert_eq!(Answer::parse("200 → Ok maybe"), None);
}
