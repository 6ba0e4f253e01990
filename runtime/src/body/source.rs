//! What a streamed body is read from.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;

use crate::{BoxError, MaybeSend, TransportError};

#[cfg(not(target_family = "wasm"))]
type BoxStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;
#[cfg(target_family = "wasm")]
type BoxStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>>>>;

/// A stream, how much of it is left where that is known, and whether it was begun.
pub(super) struct Source {
    /// `None` once it has ended.
    stream: Option<BoxStream>,
    left: Option<u64>,
    begun: bool,
}

impl Source {
    pub(super) fn new<S, T, E>(length: Option<u64>, stream: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + MaybeSend + 'static,
        T: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self {
            stream: Some(Box::pin(Pieces(Box::pin(stream)))),
            left: length,
            begun: false,
        }
    }

    pub(super) fn left(&self) -> Option<u64> {
        self.left
    }

    pub(super) fn is_begun(&self) -> bool {
        self.begun
    }

    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        self.begun = true;
        let Some(stream) = &mut self.stream else {
            return Poll::Ready(None);
        };
        let Poll::Ready(piece) = stream.as_mut().poll_next(context) else {
            return Poll::Pending;
        };
        let piece = match piece {
            Some(Ok(chunk)) => Some(self.count(chunk)),
            None if self.left.is_some_and(|left| left > 0) => Some(Err(
                TransportError::interrupted("a streamed body is shorter than its length says"),
            )),
            other => other,
        };
        if !matches!(piece, Some(Ok(_))) {
            self.stream = None;
        }
        Poll::Ready(piece)
    }

    fn count(&mut self, chunk: Bytes) -> Result<Bytes, TransportError> {
        if let Some(left) = self.left {
            let after = left.checked_sub(chunk.len() as u64).ok_or_else(|| {
                TransportError::interrupted("a streamed body is longer than its length says")
            })?;
            self.left = Some(after);
        }
        Ok(chunk)
    }
}

/// A stream of anyone's bytes and errors.
struct Pieces<S>(Pin<Box<S>>);

impl<S, T, E> Stream for Pieces<S>
where
    S: Stream<Item = Result<T, E>>,
    T: Into<Bytes>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = self.0.as_mut().poll_next(context);
        piece.map(|piece| piece.map(|piece| piece.map(T::into).map_err(failed)))
    }
}

/// What a transport says of a stream stays as it is.
fn failed(error: impl Into<BoxError>) -> TransportError {
    match error.into().downcast::<TransportError>() {
        Ok(error) => *error,
        Err(error) => TransportError::interrupted(error),
    }
}
