//! A transport without a network, for tests.

mod encode;
mod multipart;
mod on;
mod same;
mod state;
mod template;
mod wanted;

use std::{
    fmt,
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::Poll,
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header};

use super::{Transport, framing};
use crate::{Body, BoxFuture, Operation, TransportError};
pub use on::On;
use state::{Answer, State, stop};
use wanted::Wanted;

/// Answers requests without a network, and remembers them. Clones share both.
///
/// [`on`](Self::on) prepares what is to come of an operation, in its own types. At
/// [`verify`](Self::verify), or when the last clone is dropped, a test fails whose calls were not those: an
/// answer that nobody called for, or a call that none was prepared for. The last clone may be that of a
/// client which a task or another thread holds; where that is so, ask for it by `verify`. What [`answer`](Self::answer) and the like
/// prepare is for any request, in order, if nothing was prepared for its operation.
///
/// Waiting for an answer that never comes takes no time: it ends in the client's timeout at once.
///
/// ```
/// use outspoken::MemoryTransport;
///
/// let server = MemoryTransport::new();
/// server.answer(404, r#"{"code": "not_found"}"#);
/// // give `server.clone()` to a client's builder, call the client, and look at what it sent:
/// assert!(server.requests().is_empty());
/// ```
#[derive(Clone, Default)]
pub struct MemoryTransport {
    state: Arc<Mutex<State>>,
}

impl MemoryTransport {
    /// A transport with no answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Prepares what is to come of an operation with these arguments.
    ///
    /// # Panics
    /// When the arguments cannot be sent.
    #[track_caller]
    pub fn on<O: Operation>(&self, operation: &O) -> On<'_, O> {
        match Wanted::of(operation) {
            Ok(wanted) => On::new(self, wanted),
            Err(error) => stop(&format!("`{}`: {error}", O::META.name)),
        }
    }

    /// Prepares what is to come of an operation, whatever its arguments.
    #[track_caller]
    pub fn on_any<O: Operation>(&self) -> On<'_, O> {
        On::new(self, Wanted::any::<O>())
    }

    /// Ends the test if the calls so far were not those that [`on`](Self::on) prepared for.
    ///
    /// # Panics
    /// Then.
    #[track_caller]
    pub fn verify(&self) {
        // The lock is gone before the panic, which would poison it.
        let complaint = self.lock().complaint(true);
        if let Some(complaint) = complaint {
            stop(&complaint);
        }
    }

    /// Answers the next request that has no answer yet with this status and body, as JSON if the
    /// body is JSON. A status that is none (100 to 999) becomes 500.
    pub fn answer(&self, status: u16, body: impl Into<Bytes>) {
        let body = body.into();
        let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&body).is_ok();
        let mut response = Response::new(body);
        *response.status_mut() =
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        if is_json {
            let json = HeaderValue::from_static("application/json");
            response.headers_mut().insert(header::CONTENT_TYPE, json);
        }
        self.answer_with(response);
    }

    /// Answers the next request that has no answer yet with this response, whose body may be a
    /// [`Body::stream`].
    ///
    /// # Panics
    /// When its headers say another length than its body has, or a `transfer-encoding`. Without a body it
    /// may answer a HEAD, and say what length that would have.
    #[track_caller]
    pub fn answer_with(&self, response: Response<impl Into<Body>>) {
        let response = response.map(Into::into);
        if let Some(why) = framing::fault(response.headers(), response.body(), true) {
            stop(&why);
        }
        self.lock()
            .answers
            .push_back(Answer::Given(Box::new(response)));
    }

    /// Lets the next request that has no answer yet fail on the way.
    pub fn fail(&self, error: TransportError) {
        self.lock().answers.push_back(Answer::Failure(error));
    }

    /// Never answers the next request that has no answer yet.
    pub fn stall(&self) {
        self.lock().answers.push_back(Answer::Never);
    }

    /// The requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// Serves the same answers on this machine, for a program that is given a URL.
    ///
    /// Over a network a request does not say which operation it is: its method, path, query, `Accept`
    /// and body do. Where the operation has credentials, other parameters may follow the query.
    ///
    /// # Errors
    /// When there is no port, or no thread.
    #[cfg(feature = "loopback")]
    #[cfg_attr(docsrs, doc(cfg(feature = "loopback")))]
    pub fn serve(&self) -> std::io::Result<super::Loopback> {
        super::Loopback::serve(self.clone())
    }

    /// How many answers that are for any request have not been asked for.
    #[must_use]
    pub fn unused(&self) -> usize {
        self.lock().answers.len()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for MemoryTransport {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let request = Request::from_parts(head, body.collect().await?);
            let answer = self.lock().answer(request);
            match answer {
                Answer::Given(response) => Ok(*response),
                Answer::Failure(error) => Err(error),
                Answer::Never => std::future::pending().await,
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        let mut timer = Box::pin(timer(duration));
        Box::pin(poll_fn(move |context| {
            // It is asked after the call, which has just been told that there will be no answer.
            if std::mem::take(&mut self.lock().is_stalled) {
                return Poll::Ready(());
            }
            timer.as_mut().poll(context)
        }))
    }
}

/// Real time, for bodies that are waited for; where there is no timer, they are waited for without end.
async fn timer(duration: Duration) {
    #[cfg(feature = "reqwest")]
    if tokio::runtime::Handle::try_current().is_ok() {
        return tokio::time::sleep(duration).await;
    }
    let _ = duration;
    std::future::pending().await
}

impl fmt::Debug for MemoryTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("MemoryTransport")
            .field("answers", &state.answers.len())
            .field("requests", &state.requests.len())
            .finish()
    }
}
