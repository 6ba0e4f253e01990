//! What can go wrong, sorted by how far the call came.

mod any;
mod api;
mod build;
mod decode;
mod kind;
mod partial;
mod payload;
mod problem;
mod read;
mod retry_after;
mod text;
mod timeout;
mod transport;

use std::{error::Error as StdError, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub use any::{AnyError, AnyKind};
pub use api::ApiError;
pub(crate) use api::Said;
pub use build::BuildError;
pub use decode::DecodeError;
pub use kind::{ErrorKind, KindRow};
pub use partial::Partial;
pub use payload::{Answer, FromAnswer, Held, Payload, Undocumented, Unrecognized};
pub use problem::Problem;
pub(crate) use problem::is_problem;
pub use read::ReadError;
pub(crate) use retry_after::seconds;
pub(crate) use text::one_line;
pub use timeout::{TimeoutError, TimeoutPhase};
pub use transport::{TransportError, TransportFailure};

/// Why a call has no output. `E` is the operation's own error enum.
///
/// The variants tell how far the call came, so that a caller knows what the server may have done:
/// nothing was sent, no complete answer came, the answer was not what is documented, or the API
/// said no.
///
/// ```
/// # use outspoken::{Error, ErrorKind};
/// fn is_worth_another_try<E: ErrorKind>(error: &Error<E>) -> bool {
///     match error {
///         Error::Api(error) => error.is_retryable(),
///         Error::Timeout(_) | Error::Transport(_) => true,
///         _ => false,
///     }
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// Nothing was sent: an argument, a credential or a constraint stands in the way.
    Build(BuildError),
    /// No complete answer came in time. What had arrived is kept.
    Timeout(TimeoutError),
    /// No complete answer came. What had arrived is kept.
    Transport(TransportError),
    /// The status says success, and the body is not what is documented. It is kept.
    Decode(DecodeError),
    /// The API said no.
    Api(ApiError<E>),
}

impl<E> Error<E> {
    /// What the API said, where it said no.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError<E>> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The operation's own reason, where the API said no.
    #[must_use]
    pub fn kind(&self) -> Option<&E> {
        self.api().map(ApiError::kind)
    }

    /// The status of the answer, if its head arrived.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Build(_) => None,
            Self::Timeout(error) => error.partial().map(Partial::status),
            Self::Transport(error) => error.partial().map(Partial::status),
            Self::Decode(error) => Some(error.status()),
            Self::Api(error) => Some(error.status()),
        }
    }

    /// The headers of the answer, if its head arrived.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        match self {
            Self::Build(_) => None,
            Self::Timeout(error) => error.partial().map(Partial::headers),
            Self::Transport(error) => error.partial().map(Partial::headers),
            Self::Decode(error) => Some(error.headers()),
            Self::Api(error) => Some(error.headers()),
        }
    }

    /// The body of the answer, or what had arrived of it, if its head arrived.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        match self {
            Self::Build(_) => None,
            Self::Timeout(error) => error.partial().map(Partial::body),
            Self::Transport(error) => error.partial().map(Partial::body),
            Self::Decode(error) => Some(error.body()),
            Self::Api(error) => Some(error.body()),
        }
    }

    /// How long the API asks to wait before the next try.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.api().and_then(ApiError::retry_after)
    }

    /// Rebuilds the error with another kind.
    pub fn map_kind<F>(self, convert: impl FnOnce(E) -> F) -> Error<F> {
        match self {
            Self::Build(error) => Error::Build(error),
            Self::Timeout(error) => Error::Timeout(error),
            Self::Transport(error) => Error::Transport(error),
            Self::Decode(error) => Error::Decode(error),
            Self::Api(error) => Error::Api(error.map_kind(convert)),
        }
    }
}

impl<E: ErrorKind> Error<E> {
    /// Forgets the operation: one error type for all of them, so that `?` works across operations.
    #[must_use]
    pub fn erase(self) -> AnyError {
        self.into()
    }
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(error) => error.fmt(f),
            Self::Timeout(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Api(error) => error.fmt(f),
        }
    }
}

impl<E: StdError + 'static> StdError for Error<E> {
    // Each variant shows itself, so the chain goes on below it.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Build(error) => error.source(),
            Self::Timeout(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Api(error) => error.source(),
        }
    }
}

impl<E> From<BuildError> for Error<E> {
    fn from(error: BuildError) -> Self {
        Self::Build(error)
    }
}

impl<E> From<TimeoutError> for Error<E> {
    fn from(error: TimeoutError) -> Self {
        Self::Timeout(error)
    }
}

impl<E> From<TransportError> for Error<E> {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl<E> From<DecodeError> for Error<E> {
    fn from(error: DecodeError) -> Self {
        Self::Decode(error)
    }
}

impl<E> From<ApiError<E>> for Error<E> {
    fn from(error: ApiError<E>) -> Self {
        Self::Api(error)
    }
}
