//! What the server plays: plain data.

/// One operation, as the server must be asked for it, and what it answers.
pub(crate) struct Endpoint {
    /// The client's method, as a path.
    pub(crate) method: &'static str,
    /// Method, path and query, as they must arrive.
    pub(crate) request: &'static str,
    /// The `Authorization` header, as it must arrive.
    pub(crate) authorization: &'static str,
    /// What the server answers.
    pub(crate) scenarios: &'static [Scenario],
}

/// One body, sent under each of some statuses, and what must come of it.
pub(crate) struct Scenario {
    /// The statuses: a call for each.
    pub(crate) statuses: &'static [u16],
    /// The body; empty for none.
    pub(crate) body: &'static str,
    /// What the caller must get, whatever the status.
    pub(crate) expected: Expected,
}

impl Scenario {
    /// The body, for people to read.
    pub(crate) fn shown_body(&self) -> &'static str {
        if self.body.is_empty() {
            "(no body)"
        } else {
            self.body
        }
    }

    /// The content type that a server would send with the body.
    pub(crate) fn content_type(&self) -> Option<&'static str> {
        match self.body.chars().next() {
            None => None,
            Some('{') => Some("application/json"),
            Some('<') => Some("text/html"),
            Some(_) => Some("text/plain"),
        }
    }
}

/// What the caller must get.
#[derive(Clone, Copy)]
pub(crate) enum Expected {
    /// The output, as `Debug` writes it.
    Output(&'static str),
    /// A variant of the operation's own error enum.
    Api(&'static str),
    /// Success, in a form that is not documented.
    Decode,
}

impl Expected {
    /// The same as an outcome is written.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Output(debug) => format!("Ok({debug})"),
            Self::Api(variant) => format!("Err(Api({variant}))"),
            Self::Decode => "Err(Decode)".to_owned(),
        }
    }
}
