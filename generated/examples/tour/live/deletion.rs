//! A call that deletes something, which can be rehearsed first.

use outspoken::{BoxFuture, MemoryTransport};

use crate::outcome::Outcome;

/// Sends the call: over the transport, if one is given, else over the network.
type Send = Box<dyn Fn(Option<MemoryTransport>) -> BoxFuture<'static, Outcome>>;

/// One call that deletes something.
pub(crate) struct Deletion {
    /// What it deletes, for the question.
    pub(crate) what: String,
    send: Send,
}

impl Deletion {
    /// A deletion of this, by this call.
    pub(crate) fn new(
        what: String,
        send: impl Fn(Option<MemoryTransport>) -> BoxFuture<'static, Outcome> + 'static,
    ) -> Self {
        Self {
            what,
            send: Box::new(send),
        }
    }

    /// The request's method and URL, taken from the very client that would send it, or why there
    /// can be no request. Nothing leaves this process.
    pub(super) async fn rehearse(&self) -> Result<String, Outcome> {
        let transport = MemoryTransport::new();
        let outcome = (self.send)(Some(transport.clone())).await;
        match transport.requests().first() {
            Some(request) => Ok(format!("{} {}", request.method(), request.uri())),
            None => Err(outcome),
        }
    }

    /// Sends it.
    pub(super) async fn send(&self) -> Outcome {
        (self.send)(None).await
    }
}
