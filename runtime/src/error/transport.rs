//! Errors of the way to the server and back.

use std::{error::Error as StdError, fmt, sync::Arc};

use super::Partial;
use crate::BoxError;

/// Why no complete answer came.
///
/// A [`Transport`](crate::Transport) makes these; the client adds what had arrived.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TransportError {
    /// There was no connection: the server did not get the request.
    Connect(TransportFailure),
    /// There was no connection in time. The client reports it as a
    /// [`TimeoutError`](crate::TimeoutError).
    ConnectTimeout(TransportFailure),
    /// The connection broke, or what came is not HTTP. The server may have acted on the request.
    Interrupted(TransportFailure),
    /// The body is larger than the client takes.
    BodyLimit {
        /// The limit in bytes.
        limit: u64,
        /// The head of the answer, and the body up to the limit.
        partial: Option<Box<Partial>>,
    },
    /// The transport cannot send this request, and sent nothing. The client reports it as
    /// [`BuildError::Refused`](crate::BuildError::Refused).
    Unusable(TransportFailure),
}

/// What a [`TransportError`] holds: the cause, and what had arrived.
#[derive(Clone, Debug)]
pub struct TransportFailure {
    cause: Arc<dyn StdError + Send + Sync>,
    partial: Option<Box<Partial>>,
}

impl TransportFailure {
    fn new(cause: impl Into<BoxError>) -> Self {
        Self {
            cause: Arc::from(cause.into()),
            partial: None,
        }
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(f)
    }
}

impl TransportError {
    /// There was no connection.
    pub fn connect(cause: impl Into<BoxError>) -> Self {
        Self::Connect(TransportFailure::new(cause))
    }

    /// There was no connection in time.
    pub fn connect_timeout(cause: impl Into<BoxError>) -> Self {
        Self::ConnectTimeout(TransportFailure::new(cause))
    }

    /// The connection broke after the request was, or may have been, sent.
    pub fn interrupted(cause: impl Into<BoxError>) -> Self {
        Self::Interrupted(TransportFailure::new(cause))
    }

    /// The transport cannot send this request, and sent nothing.
    pub fn unusable(cause: impl Into<BoxError>) -> Self {
        Self::Unusable(TransportFailure::new(cause))
    }

    /// What had arrived, once the head of the answer had.
    #[must_use]
    pub fn partial(&self) -> Option<&Partial> {
        match self {
            Self::Connect(failure)
            | Self::ConnectTimeout(failure)
            | Self::Interrupted(failure)
            | Self::Unusable(failure) => failure.partial.as_deref(),
            Self::BodyLimit { partial, .. } => partial.as_deref(),
        }
    }

    /// Whether the server cannot have acted on the request.
    #[must_use]
    pub fn was_not_sent(&self) -> bool {
        matches!(
            self,
            Self::Connect(_) | Self::ConnectTimeout(_) | Self::Unusable(_)
        )
    }

    pub(crate) fn with_partial(mut self, arrived: Option<Partial>) -> Self {
        let arrived = arrived.map(Box::new);
        match &mut self {
            Self::Connect(failure)
            | Self::ConnectTimeout(failure)
            | Self::Interrupted(failure)
            | Self::Unusable(failure) => failure.partial = arrived,
            Self::BodyLimit { partial, .. } => *partial = arrived,
        }
        self
    }

    fn failure(&self) -> Option<&TransportFailure> {
        match self {
            Self::Connect(failure)
            | Self::ConnectTimeout(failure)
            | Self::Interrupted(failure)
            | Self::Unusable(failure) => Some(failure),
            Self::BodyLimit { .. } => None,
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connect(_) => f.write_str("no connection to the server")?,
            Self::ConnectTimeout(_) => f.write_str("no connection to the server in time")?,
            Self::Interrupted(_) => f.write_str("the answer did not arrive whole")?,
            Self::BodyLimit { limit, .. } => {
                write!(f, "the body is larger than the limit of {limit} bytes")?;
            }
            Self::Unusable(_) => f.write_str("the transport cannot send this request")?,
        }
        match self.partial() {
            Some(partial) => write!(f, " (status {})", partial.status().as_u16()),
            None => Ok(()),
        }
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.failure().map(|failure| {
            let cause: &(dyn StdError + 'static) = &*failure.cause;
            cause
        })
    }
}
