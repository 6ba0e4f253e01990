//! Limits on time, without a runtime of their own.

use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use crate::{TimeoutPhase, Transport};

/// The limits of one call.
pub(super) struct Deadlines {
    pub(super) attempt: Option<Duration>,
    pub(super) total: Duration,
}

impl Deadlines {
    /// Waits for the work, or tells which limit ran out first.
    pub(super) async fn bound<T>(
        &self,
        transport: &dyn Transport,
        work: impl Future<Output = T>,
    ) -> Result<T, (TimeoutPhase, Duration)> {
        // An attempt cannot outlast the call, so one timer is enough until calls are repeated.
        let (phase, limit) = match self.attempt {
            Some(attempt) if attempt < self.total => (TimeoutPhase::Attempt, attempt),
            _ => (TimeoutPhase::Total, self.total),
        };
        let mut work = pin!(work);
        let mut timer = pin!(transport.sleep(limit));
        poll_fn(|context| {
            if let Poll::Ready(done) = work.as_mut().poll(context) {
                return Poll::Ready(Ok(done));
            }
            timer.as_mut().poll(context).map(|()| Err((phase, limit)))
        })
        .await
    }
}
