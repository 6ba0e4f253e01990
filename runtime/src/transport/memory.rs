//! A transport without a network, for tests.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderValue, Request, Response, StatusCode, header};

use super::Transport;
use crate::{Body, BoxFuture, TransportError};

/// Answers requests from a list, in order, and remembers them. Clones share both.
///
/// Waiting takes no time: an answer that never comes ends in the client's timeout at once.
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

#[derive(Default)]
struct State {
    answers: VecDeque<Answer>,
    requests: Vec<Request<Bytes>>,
}

enum Answer {
    Given(Response<Body>),
    Failure(TransportError),
    Never,
}

impl MemoryTransport {
    /// A transport with no answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
    pub fn answer_with(&self, response: Response<impl Into<Body>>) {
        let response = response.map(Into::into);
        self.lock().answers.push_back(Answer::Given(response));
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

    /// How many answers have not been asked for.
    #[must_use]
    pub fn unused(&self) -> usize {
        self.lock().answers.len()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_answer(&self, request: Request<Bytes>) -> Answer {
        let mut state = self.lock();
        let line = format!("{} {}", request.method(), request.uri().path());
        state.requests.push(request);
        state.answers.pop_front().unwrap_or_else(|| {
            Answer::Failure(TransportError::unusable(format!(
                "no answer was prepared for `{line}`"
            )))
        })
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
            match self.take_answer(request) {
                Answer::Given(response) => Ok(response),
                Answer::Failure(error) => Err(error),
                Answer::Never => std::future::pending().await,
            }
        })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }
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
