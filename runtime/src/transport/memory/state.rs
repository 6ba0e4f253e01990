//! What a transport in memory has prepared, and what it was asked.

use std::{collections::VecDeque, fmt::Write as _, panic::Location};

use bytes::Bytes;
use http::{Request, Response};

use super::wanted::Wanted;
use crate::{Body, TransportError};

/// An answer.
#[derive(Clone)]
pub(super) enum Answer {
    Given(Box<Response<Body>>),
    Failure(TransportError),
    Never,
}

/// An answer to the requests of one operation.
pub(super) struct Prepared {
    pub(super) wanted: Wanted,
    pub(super) answer: Answer,
    /// How often it is given; `None` for as often as it is asked for.
    pub(super) times: Option<usize>,
    /// How often it was given.
    pub(super) given: usize,
    /// Where it was prepared.
    pub(super) at: &'static Location<'static>,
}

impl Prepared {
    fn is_left(&self) -> bool {
        self.times.is_none_or(|times| self.given < times)
    }

    /// Whether the call must not come.
    fn is_forbidden(&self) -> bool {
        self.times == Some(0)
    }
}

#[derive(Default)]
pub(super) struct State {
    pub(super) answers: VecDeque<Answer>,
    prepared: Vec<Prepared>,
    pub(super) requests: Vec<Request<Bytes>>,
    /// The requests for which nothing was prepared.
    unexpected: Vec<String>,
    is_verified: bool,
    /// Whether a request was just told that it will have no answer.
    pub(super) is_stalled: bool,
}

impl State {
    pub(super) fn prepare(&mut self, prepared: Prepared) {
        self.is_verified = false;
        self.prepared.push(prepared);
    }

    /// The answer to a request: the first that is prepared for it, or the next for any.
    pub(super) fn answer(&mut self, request: Request<Bytes>) -> Answer {
        self.is_verified = false;
        let answer = match self.prepared_for(&request) {
            Some(prepared) if prepared.is_forbidden() => None,
            Some(prepared) => {
                prepared.given += 1;
                Some(prepared.answer.clone())
            }
            None => self.answers.pop_front(),
        };
        let answer = answer.unwrap_or_else(|| {
            let text = self.unexpected(&request);
            self.unexpected.push(text.clone());
            Answer::Failure(TransportError::unusable(text))
        });
        self.requests.push(request);
        self.is_stalled = matches!(answer, Answer::Never);
        answer
    }

    /// What is prepared for a request: what fits it best, and of that the first.
    fn prepared_for(&mut self, request: &Request<Bytes>) -> Option<&mut Prepared> {
        let mut best: Option<(usize, &mut Prepared)> = None;
        for one in &mut self.prepared {
            let fit = one.wanted.fits(request);
            if let Ok(fit) = fit
                && (one.is_left() || one.is_forbidden())
                && best.as_ref().is_none_or(|(other, _)| fit > *other)
            {
                best = Some((fit, one));
            }
        }
        best.map(|(_, prepared)| prepared)
    }

    /// Why there is no answer. The query stays out of it: it may hold a key.
    fn unexpected(&self, request: &Request<Bytes>) -> String {
        let line = format!("{} {}", request.method(), request.uri().path());
        let mut text = format!("no answer was prepared for `{line}`");
        for one in &self.prepared {
            let told = one.wanted.told();
            let _ = match one.wanted.fits(request) {
                Ok(_) if one.is_forbidden() => write!(text, "; {told} was not to be called"),
                Ok(_) => write!(text, "; the one for {told} was given already"),
                Err(Some(part)) => write!(text, "; for {told} one was, but {part} is another"),
                Err(None) => Ok(()),
            };
        }
        text
    }

    /// What was not as it was prepared; `None` if all was. Who asks is told of unexpected calls even
    /// where nothing was prepared.
    pub(super) fn complaint(&mut self, is_asked: bool) -> Option<String> {
        if std::mem::replace(&mut self.is_verified, true) {
            return None;
        }
        let mut lines = Vec::new();
        for one in &self.prepared {
            let told = one.wanted.told();
            let at = one.at;
            match (one.times, one.given) {
                (None, _) => {}
                (Some(times), given) if given == times => {}
                (Some(_), 0) => lines.push(format!("{told} was not called, prepared at {at}")),
                (Some(times), given) => lines.push(format!(
                    "{told} was called {given} of {times} times, prepared at {at}"
                )),
            }
        }
        if is_asked || !self.prepared.is_empty() {
            lines.append(&mut self.unexpected);
        }
        let head = "calls were not as this test prepared for them:";
        (!lines.is_empty()).then(|| format!("{head}\n  {}", lines.join("\n  ")))
    }
}

/// A test that ends without asking is told all the same.
impl Drop for State {
    fn drop(&mut self) {
        let complaint = self.complaint(false);
        if let Some(complaint) = complaint.filter(|_| !std::thread::panicking()) {
            stop(&complaint);
        }
    }
}

/// Ends a test.
#[track_caller]
#[allow(clippy::panic, reason = "that is how tests fail")]
pub(super) fn stop(why: &str) -> ! {
    panic!("{why}")
}
