//! The way to the server and back.

#[cfg(any(feature = "loopback", feature = "reqwest"))]
mod frames;
mod framing;
#[cfg(feature = "loopback")]
mod loopback;
mod memory;
#[cfg(feature = "reqwest")]
mod reqwest;

use std::{sync::Arc, time::Duration};

use http::{Request, Response};

use crate::{Body, BoxFuture, BuildError, MaybeSend, MaybeSync, TransportError};

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
#[cfg(feature = "loopback")]
pub use loopback::Loopback;
pub use memory::{MemoryTransport, On};

/// Sends requests. Implement it to bring another HTTP library, or to see every request.
///
/// A transport follows no redirects and repeats nothing: what the server said first is the answer.
/// It sends the request's path as it stands; one that normalises paths refuses instead. Which
/// operation a request is of, its extensions say: they hold the [`OperationMeta`](crate::OperationMeta).
///
/// ```
/// use std::time::Duration;
/// use outspoken::{Body, BoxFuture, Transport, TransportError};
///
/// /// Counts on another transport.
/// struct Logged<T>(T);
///
/// impl<T: Transport> Transport for Logged<T> {
///     fn send(
///         &self,
///         request: http::Request<Body>,
///     ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
///         eprintln!("{} {}", request.method(), request.uri().path());
///         self.0.send(request)
///     }
///
///     fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
///         self.0.sleep(duration)
///     }
/// }
/// ```
pub trait Transport: MaybeSend + MaybeSync {
    /// Sends one request, and gives the answer once its head is there.
    ///
    /// # Errors
    /// When no head of an answer came; later faults are errors of the body.
    fn send(&self, request: Request<Body>)
    -> BoxFuture<'_, Result<Response<Body>, TransportError>>;

    /// Waits: the client's limits on time need no runtime of their own.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }
}

impl<T: Transport + ?Sized> Transport for Box<T> {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }
}

/// The transport of a client that was given none.
#[cfg(feature = "reqwest")]
pub(crate) fn default(connect_timeout: Duration) -> Result<Arc<dyn Transport>, BuildError> {
    Ok(Arc::new(ReqwestTransport::new(connect_timeout)?))
}

/// The transport of a client that was given none.
#[cfg(not(feature = "reqwest"))]
pub(crate) fn default(_: Duration) -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport {
        reason: "the feature `reqwest` is off: give the client a `transport`".to_owned(),
    })
}
