//! What a caller got, whatever the operation.

use std::fmt::Debug;

use outspoken::{Bytes, Error, ErrorKind, Response};

/// The result of a call, for people to read.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The result as a type: `Ok(…)` with the output, or `Err(…)` with the variants.
    pub(crate) got: String,
    /// What the error's `Display` says, without the operation's name in front.
    pub(crate) says: Option<String>,
    /// The status that came, if one did.
    pub(crate) status: Option<u16>,
    /// The body that an error keeps.
    pub(crate) kept: Option<Bytes>,
}

impl Outcome {
    /// Describes a result.
    pub(crate) fn of<T: Debug, E: ErrorKind>(result: &Result<Response<T>, Error<E>>) -> Self {
        match result {
            Ok(response) => Self {
                got: format!("Ok({:?})", **response),
                says: None,
                status: Some(response.status().as_u16()),
                kept: None,
            },
            Err(error) => Self {
                got: format!("Err({})", variant(error)),
                says: Some(says(error)),
                status: error.status().map(|status| status.as_u16()),
                kept: kept(error),
            },
        }
    }

    /// Whether the call succeeded.
    pub(crate) fn is_ok(&self) -> bool {
        self.says.is_none()
    }
}

fn variant<E: ErrorKind>(error: &Error<E>) -> String {
    match error {
        Error::Build(_) => "Build".to_owned(),
        Error::Timeout(_) => "Timeout".to_owned(),
        Error::Transport(_) => "Transport".to_owned(),
        Error::Decode(_) => "Decode".to_owned(),
        Error::Api(error) => format!("Api({})", error.variant()),
        _ => "…".to_owned(),
    }
}

fn says<E: ErrorKind>(error: &Error<E>) -> String {
    let text = error.to_string();
    let operation = error
        .api()
        .map(|error| format!("{}: ", error.operation()))
        .unwrap_or_default();
    text.strip_prefix(&operation).unwrap_or(&text).to_owned()
}

fn kept<E>(error: &Error<E>) -> Option<Bytes> {
    match error {
        Error::Api(error) => Some(error.body().clone()),
        Error::Decode(error) => Some(error.body().clone()),
        _ => None,
    }
}
