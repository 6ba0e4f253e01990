//! Bodies of requests and responses: nothing, bytes, or a stream of bytes.

mod source;

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use crate::{BoxError, MaybeSend, TransportError};
use source::Source;

/// The body of a request or a response.
///
/// Cloning is cheap and shares what is inside: the clones of a streamed body
/// read from one stream, so a chunk that one of them took is gone for the others.
///
/// ```
/// use outspoken::Body;
///
/// let body = Body::from("{}");
/// assert_eq!(body.as_bytes().map(|bytes| bytes.len()), Some(2));
/// ```
#[derive(Clone, Default)]
pub struct Body {
    inner: Inner,
}

#[derive(Clone, Default)]
enum Inner {
    #[default]
    Empty,
    Bytes(Bytes),
    Stream(Arc<Mutex<Source>>),
}

impl Body {
    /// A body that is not there at all.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// A body that arrives, or is made, piece by piece, such as the `ReaderStream` of a file.
    ///
    /// A stream can be sent once: a second request with it is refused. An error of it breaks the
    /// request, and is the [source](std::error::Error::source) of the [`TransportError`].
    pub fn stream<S, T, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + MaybeSend + 'static,
        T: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::from_source(Source::new(None, stream))
    }

    /// A body that arrives, or is made, piece by piece, and has this many bytes in all. The server
    /// is told so in `Content-Length`, which some demand of uploads.
    ///
    /// A stream that turns out longer or shorter breaks with an error.
    pub fn sized_stream<S, T, E>(length: u64, stream: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + MaybeSend + 'static,
        T: Into<Bytes>,
        E: Into<BoxError>,
    {
        Self::from_source(Source::new(Some(length), stream))
    }

    fn from_source(source: Source) -> Self {
        Self {
            inner: Inner::Stream(Arc::new(Mutex::new(source))),
        }
    }

    /// How many bytes are still to come; `None` for a stream that does not say.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        match &self.inner {
            Inner::Empty => Some(0),
            Inner::Bytes(bytes) => Some(bytes.len() as u64),
            Inner::Stream(source) => lock(source).left(),
        }
    }

    /// Whether it is a stream of which a part is gone already, so that it cannot be sent whole.
    pub(crate) fn is_begun(&self) -> bool {
        match &self.inner {
            Inner::Empty | Inner::Bytes(_) => false,
            Inner::Stream(source) => lock(source).is_begun(),
        }
    }

    /// Whether there is no body. A stream counts as a body even if nothing comes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.inner {
            Inner::Empty => true,
            Inner::Bytes(bytes) => bytes.is_empty(),
            Inner::Stream(_) => false,
        }
    }

    /// The whole body where it is in memory; `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<Bytes> {
        match &self.inner {
            Inner::Empty => Some(Bytes::new()),
            Inner::Bytes(bytes) => Some(bytes.clone()),
            Inner::Stream(_) => None,
        }
    }

    /// Waits for the next piece; `None` at the end.
    ///
    /// # Errors
    /// A piece is an error when the stream broke; nothing follows it.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    /// Reads all that is left into memory, however much that is: see
    /// [`collect_within`](Self::collect_within) for a server that is not trusted with it.
    ///
    /// # Errors
    /// When the stream broke.
    pub async fn collect(mut self) -> Result<Bytes, TransportError> {
        let mut all = BytesMut::new();
        while let Some(chunk) = self.chunk().await {
            all.extend_from_slice(&chunk?);
        }
        Ok(all.freeze())
    }

    /// Reads all that is left into memory, if it is no more than this many bytes.
    ///
    /// # Errors
    /// When the stream broke, or brings more.
    pub async fn collect_within(mut self, limit: u64) -> Result<Bytes, TransportError> {
        let mut all = BytesMut::new();
        while let Some(chunk) = self.chunk().await {
            let chunk = chunk?;
            let room = usize::try_from(limit)
                .unwrap_or(usize::MAX)
                .saturating_sub(all.len());
            if chunk.len() > room {
                return Err(TransportError::BodyLimit {
                    limit,
                    partial: None,
                });
            }
            all.extend_from_slice(&chunk);
        }
        Ok(all.freeze())
    }

    fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        match &mut self.inner {
            Inner::Empty => Poll::Ready(None),
            Inner::Bytes(bytes) => {
                let bytes = std::mem::take(bytes);
                self.inner = Inner::Empty;
                Poll::Ready((!bytes.is_empty()).then_some(Ok(bytes)))
            }
            Inner::Stream(source) => lock(source).poll_next(context),
        }
    }
}

fn lock(source: &Mutex<Source>) -> MutexGuard<'_, Source> {
    source.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bytes are compared, and streams are equal to their clones alone.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        match (&self.inner, &other.inner) {
            (Inner::Stream(one), Inner::Stream(other)) => Arc::ptr_eq(one, other),
            _ => self
                .as_bytes()
                .is_some_and(|one| other.as_bytes() == Some(one)),
        }
    }
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context)
    }
}

impl fmt::Debug for Body {
    // Lengths only: a body can hold what must not show in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.inner {
            Inner::Empty => f.write_str("Body(empty)"),
            Inner::Bytes(bytes) => write!(f, "Body({} bytes)", bytes.len()),
            Inner::Stream(_) => f.write_str("Body(stream)"),
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self {
            inner: Inner::Bytes(bytes),
        }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

impl<const N: usize> From<&'static [u8; N]> for Body {
    fn from(bytes: &'static [u8; N]) -> Self {
        Bytes::from_static(bytes).into()
    }
}
