//! Errors of time.

use std::{fmt, time::Duration};

use super::Partial;

/// Which of the client's limits on time ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeoutPhase {
    /// Connecting: the server did not get the request.
    Connect,
    /// One attempt, from sending the request to the end of the body.
    Attempt,
    /// The whole call.
    Total,
}

/// No complete answer came in time.
#[derive(Clone, Debug)]
pub struct TimeoutError {
    phase: TimeoutPhase,
    after: Duration,
    partial: Option<Box<Partial>>,
}

impl TimeoutError {
    pub(crate) fn new(phase: TimeoutPhase, after: Duration, partial: Option<Partial>) -> Self {
        Self {
            phase,
            after,
            partial: partial.map(Box::new),
        }
    }

    /// Which limit ran out.
    #[must_use]
    pub fn phase(&self) -> TimeoutPhase {
        self.phase
    }

    /// The limit.
    #[must_use]
    pub fn after(&self) -> Duration {
        self.after
    }

    /// What had arrived, once the head of the answer had.
    #[must_use]
    pub fn partial(&self) -> Option<&Partial> {
        self.partial.as_deref()
    }
}

impl fmt::Display for TimeoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.phase {
            TimeoutPhase::Connect => "no connection",
            TimeoutPhase::Attempt | TimeoutPhase::Total => "no complete answer",
        };
        write!(f, "{what} within {:?}", self.after)?;
        match &self.partial {
            Some(partial) => write!(
                f,
                " (status {} and {} bytes had arrived)",
                partial.status().as_u16(),
                partial.body().len()
            ),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TimeoutError {}
