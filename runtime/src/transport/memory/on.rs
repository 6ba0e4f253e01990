//! What is to come of an operation, said in its own types.

use std::{fmt, marker::PhantomData, panic::Location};

use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode};

use super::{
    super::framing,
    MemoryTransport,
    encode::{self, Encoded},
    state::{Answer, Prepared, stop},
    wanted::Wanted,
};
use crate::{Body, Operation, ToReply, TransportError};

/// What is to come of an operation: made by [`MemoryTransport::on`], and in force once one of
/// [`returns`](Self::returns), [`fails_with`](Self::fails_with), [`answers`](Self::answers),
/// [`breaks`](Self::breaks), [`stalls`](Self::stalls) and [`never`](Self::never) says what.
#[must_use = "nothing is answered until it is said what: `returns`, `fails_with`, `answers` …"]
pub struct On<'m, O> {
    transport: &'m MemoryTransport,
    wanted: Wanted,
    status: Option<StatusCode>,
    headers: HeaderMap,
    times: Option<usize>,
    at: &'static Location<'static>,
    operation: PhantomData<fn() -> O>,
}

impl<O> fmt::Debug for On<'_, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "On({})", self.wanted.told())
    }
}

impl<'m, O: Operation> On<'m, O> {
    #[track_caller]
    pub(super) fn new(transport: &'m MemoryTransport, wanted: Wanted) -> Self {
        Self {
            transport,
            wanted,
            status: None,
            headers: HeaderMap::new(),
            times: Some(1),
            at: Location::caller(),
            operation: PhantomData,
        }
    }

    /// Answers with this status, where the document leaves a choice.
    ///
    /// # Panics
    /// When it is no status (100 to 999).
    #[track_caller]
    pub fn status(mut self, status: u16) -> Self {
        match StatusCode::from_u16(status) {
            Ok(status) => self.status = Some(status),
            Err(_) => stop(&format!("{status} is no status")),
        }
        self
    }

    /// Adds a header to the answer. What says where that ends is not for tests to say, unless it is true:
    /// the answer is refused then.
    ///
    /// # Panics
    /// When it cannot stand in an answer.
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes());
        match (name, HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.append(name, value);
            }
            _ => stop("the header cannot stand in an answer"),
        }
        self
    }

    /// Answers this often; once, unless it is said otherwise.
    pub fn times(mut self, times: usize) -> Self {
        self.times = Some(times);
        self
    }

    /// Answers as often as it is called, be that never.
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }

    /// Lets the operation return this.
    ///
    /// # Panics
    /// When no documented answer is read as this output.
    #[track_caller]
    pub fn returns(self, output: O::Output)
    where
        O::Output: ToReply,
    {
        let encoded = encode::output::<O>(&output, self.status, &self.headers);
        self.encoded(encoded);
    }

    /// Lets the operation fail with this error: with the status and headers by which the document tells
    /// it, and the body that its payload has.
    ///
    /// # Panics
    /// When no documented answer with that body is read as this error: a condition of `x-outspoken`, or
    /// a code, asks for another; or no body comes at all, as with HEAD and a 204.
    #[track_caller]
    #[allow(clippy::needless_pass_by_value, reason = "tests make it on the spot")]
    pub fn fails_with(self, error: O::Error) {
        let encoded = encode::error::<O>(&error, self.status, &self.headers);
        self.encoded(encoded);
    }

    /// Answers with this response, whatever the operation makes of it. Status and headers that were
    /// said before go before its own.
    ///
    /// # Panics
    /// When it is to answer several calls with one stream, of which the first call takes all; or when its
    /// headers say another length than its body has, or a `transfer-encoding`.
    #[track_caller]
    pub fn answers(self, response: Response<impl Into<Body>>) {
        let mut response = response.map(Into::into);
        if let Some(status) = self.status {
            *response.status_mut() = status;
        }
        response.headers_mut().extend(self.headers.clone());
        self.prepare(Answer::Given(Box::new(response)));
    }

    /// Lets the call fail on the way.
    pub fn breaks(self, error: TransportError) {
        self.prepare(Answer::Failure(error));
    }

    /// Lets the test fail if it is called.
    pub fn never(mut self) {
        self.times = Some(0);
        self.prepare(Answer::Never);
    }

    /// Never answers: the call ends in the client's timeout, at once.
    pub fn stalls(self) {
        self.prepare(Answer::Never);
    }

    #[track_caller]
    fn encoded(self, encoded: Result<Encoded, String>) {
        match encoded {
            Ok(response) => self.prepare(Answer::Given(Box::new(response))),
            Err(why) => stop(&format!("{}: {why}", self.wanted.told())),
        }
    }

    #[track_caller]
    fn prepare(self, answer: Answer) {
        let is_stream = match &answer {
            Answer::Given(response) => {
                let is_head = O::META.method == Method::HEAD.as_str();
                if let Some(why) = framing::fault(response.headers(), response.body(), is_head) {
                    stop(&format!("{}: {why}", self.wanted.told()));
                }
                response.body().as_bytes().is_none()
            }
            Answer::Failure(_) | Answer::Never => false,
        };
        if is_stream && self.times.is_none_or(|times| times > 1) {
            let told = self.wanted.told();
            stop(&format!("{told}: a stream answers one call, and no more"));
        }
        self.transport.lock().prepare(Prepared {
            wanted: self.wanted,
            answer,
            times: self.times,
            given: 0,
            at: self.at,
        });
    }
}
