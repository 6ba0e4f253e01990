//! One error type for all operations.

use std::{any::Any, error::Error as StdError, fmt, sync::Arc};

use super::{ApiError, Error, ErrorKind};

/// The error of any operation, so that `?` works across operations and APIs.
///
/// It keeps all that [`Error`] keeps; [`AnyKind::downcast_ref`] gives an operation's own
/// enum back.
///
/// ```
/// use outspoken::{AnyError, Error, ErrorKind};
///
/// fn step<E: ErrorKind>(result: Result<(), Error<E>>) -> Result<(), AnyError> {
///     Ok(result?)
/// }
/// ```
pub type AnyError = Error<AnyKind>;

/// An operation's own error, whichever operation it was.
// It must not implement `ErrorKind`: `From<Error<E>>` would then overlap with `From<T> for T`.
#[derive(Clone)]
pub struct AnyKind {
    inner: Arc<dyn Erased>,
}

trait Erased: StdError + Send + Sync {
    fn variant(&self) -> &'static str;
    fn as_any(&self) -> &dyn Any;
}

impl<E: ErrorKind> Erased for E {
    fn variant(&self) -> &'static str {
        ErrorKind::variant(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl AnyKind {
    /// The variant's name, for logs and metrics.
    #[must_use]
    pub fn variant(&self) -> &'static str {
        self.inner.variant()
    }

    /// The operation's own enum, if it is this one.
    #[must_use]
    pub fn downcast_ref<E: ErrorKind>(&self) -> Option<&E> {
        self.inner.as_any().downcast_ref()
    }
}

impl ApiError<AnyKind> {
    /// The name of the kind's variant, for logs and metrics.
    #[must_use]
    pub fn variant(&self) -> &'static str {
        self.kind().variant()
    }
}

impl<E: ErrorKind> From<Error<E>> for AnyError {
    fn from(error: Error<E>) -> Self {
        error.map_kind(|kind| AnyKind {
            inner: Arc::new(kind),
        })
    }
}

impl fmt::Debug for AnyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl fmt::Display for AnyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner, f)
    }
}

impl StdError for AnyKind {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.source()
    }
}
