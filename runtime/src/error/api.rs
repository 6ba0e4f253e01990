//! The API said no.

use std::{
    error::Error as StdError,
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{ErrorKind, Problem, ReadError, retry_after::retry_after, text::one_line};
use crate::{
    Header, HeaderError,
    schema::{Wire, from_json},
};

/// An answer by which the API said no: the operation's own reason, and all that came.
///
/// Its `Display` is one line, like
/// `delete_chatbot_profile_picture: 404 not_found: Chatbot not found`, and never the raw body.
#[derive(Clone)]
pub struct ApiError<E> {
    kind: E,
    said: Arc<Said>,
}

/// What came, whatever the operation.
pub(crate) struct Said {
    pub(crate) operation: &'static str,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) retry: Option<bool>,
}

impl<E> ApiError<E> {
    pub(crate) fn new(kind: E, said: Said) -> Self {
        Self {
            kind,
            said: Arc::new(said),
        }
    }

    /// The operation's own reason.
    #[must_use]
    pub fn kind(&self) -> &E {
        &self.kind
    }

    /// The operation's own reason, without what came with it.
    #[must_use]
    pub fn into_kind(self) -> E {
        self.kind
    }

    /// The name of the client's method.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.said.operation
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.said.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.said.headers
    }

    /// A documented header; `None` where the answer does not have it.
    ///
    /// # Errors
    /// When its value is not of the documented type.
    pub fn header<H: Wire>(&self, header: Header<H>) -> Result<Option<H>, HeaderError> {
        header.read(&self.said.headers)
    }

    /// The body as it came; empty where there was none.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.said.body
    }

    /// The body as a type: one of the client's, a list or map of those, an `Option`, [`Value`](crate::Value)
    /// or, by [`Own`](crate::Own), one of the caller's.
    ///
    /// It is for errors whose kind does not have it: what only `default` documents is `Unrecognized`, and the
    /// method's documentation names the type of its body.
    ///
    /// ```
    /// use outspoken::{AnyError, Value};
    ///
    /// fn number(error: &AnyError) -> Option<i64> {
    ///     let body: Value = error.api()?.read().ok()?;
    ///     body.pointer("/number")?.as_i64()
    /// }
    /// ```
    ///
    /// # Errors
    /// When the body does not fit the type.
    pub fn read<T: Wire>(&self) -> Result<T, ReadError> {
        let said = &*self.said;
        from_json(said.status, &said.headers, &said.body).map_err(ReadError)
    }

    /// The API's own code for the error, from where the document, or custom, puts it.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.said.code.as_deref()
    }

    /// The API's message, as it came.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.said.message.as_deref()
    }

    /// What to quote when asking the vendor about this answer: a header such as `x-request-id`, or any
    /// whose name ends in `-request-id` or `-correlation-id`; else a member of the body such as
    /// `request_id`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        const HEADERS: [&str; 6] = [
            "x-request-id",
            "request-id",
            "x-amzn-requestid",
            "x-amz-request-id",
            "x-correlation-id",
            "cf-ray",
        ];
        let headers = &self.said.headers;
        let known = HEADERS.iter().filter_map(|name| headers.get(*name));
        let others = headers.iter().filter_map(|(name, value)| {
            let name = name.as_str();
            let is_id = name.ends_with("-request-id") || name.ends_with("-correlation-id");
            is_id.then_some(value)
        });
        let header = known.chain(others).find_map(|value| value.to_str().ok());
        header.or(self.said.request_id.as_deref())
    }

    /// How long the API asks to wait before the next try: by `Retry-After` (RFC 9110 §10.2.3), else by
    /// the seconds in the body, where that has a member `retry_after`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.said.headers, SystemTime::now()).or(self.said.retry_after)
    }

    /// Whether the same request may well succeed later: what the document says of this error, else
    /// whether its status is 408, 425, 429, 500, 502, 503 or 504, or it says how long to wait
    /// ([`retry_after`](Self::retry_after)). Whether it is safe to send the request again is another
    /// question: see [`OperationMeta::is_idempotent`](crate::OperationMeta::is_idempotent).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let status = self.said.status;
        // A redirect says with it when there is something elsewhere (RFC 9110 §10.2.3).
        let is_asked_to_wait = || !status.is_redirection() && self.retry_after().is_some();
        self.said.retry.unwrap_or_else(|| {
            matches!(status.as_u16(), 408 | 425 | 429 | 500 | 502..=504) || is_asked_to_wait()
        })
    }

    /// The problem details (RFC 9457), where the answer is one.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        Problem::read(&self.said.headers, &self.said.body)
    }

    pub(crate) fn map_kind<F>(self, convert: impl FnOnce(E) -> F) -> ApiError<F> {
        ApiError {
            kind: convert(self.kind),
            said: self.said,
        }
    }
}

impl<E: ErrorKind> ApiError<E> {
    /// The name of the kind's variant, for logs and metrics.
    #[must_use]
    pub fn variant(&self) -> &'static str {
        self.kind.variant()
    }
}

impl<E: fmt::Display> fmt::Display for ApiError<E> {
    // Where the API has no words of its own, those of its document stand in.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = &*self.said;
        write!(f, "{}: {}", said.operation, said.status.as_u16())?;
        if let Some(code) = &said.code {
            write!(f, " {}", one_line(code))?;
        }
        match said.message.as_deref().map(one_line) {
            Some(message) if !message.is_empty() => write!(f, ": {message}"),
            _ => write!(f, ": {}", self.kind),
        }
    }
}

impl<E: fmt::Debug> fmt::Debug for ApiError<E> {
    // Headers and the raw body stay out: they may be long, and may hold what must not show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("operation", &self.said.operation)
            .field("status", &self.said.status)
            .field("code", &self.said.code)
            .field("message", &self.said.message)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl<E: StdError + 'static> StdError for ApiError<E> {
    // The kind says what this error is, not what caused it.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.kind.source()
    }
}
