//! What the server does about a request.

use std::time::Duration;

/// How one request is answered. The connection is closed at the end, unless it is kept.
#[derive(Clone, Debug, Default)]
pub struct Script {
    pub(super) unread: bool,
    pub(super) keep: bool,
    pub(super) steps: Vec<Step>,
}

/// One thing that the server does.
#[derive(Clone, Debug)]
pub enum Step {
    /// Sends these bytes.
    Send(Vec<u8>),
    /// Waits.
    Pause(Duration),
    /// Does nothing more until the client hangs up or the server ends.
    Stall,
    /// Sends these bytes over and over, until the client hangs up or the server ends.
    Flood(Vec<u8>),
}

impl Script {
    /// Sends these bytes, and closes the connection.
    #[must_use]
    pub fn answer(bytes: impl Into<Vec<u8>>) -> Self {
        Self::default().send(bytes)
    }

    /// Accepts the connection and reads nothing from it.
    #[must_use]
    pub fn never_read() -> Self {
        Self {
            unread: true,
            ..Self::default()
        }
    }

    /// Then sends these bytes.
    #[must_use]
    pub fn send(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.then(Step::Send(bytes.into()))
    }

    /// Then waits this long.
    #[must_use]
    pub fn pause(self, duration: Duration) -> Self {
        self.then(Step::Pause(duration))
    }

    /// Then does nothing more.
    #[must_use]
    pub fn stall(self) -> Self {
        self.then(Step::Stall)
    }

    /// Then sends these bytes without end.
    #[must_use]
    pub fn flood(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.then(Step::Flood(bytes.into()))
    }

    /// Keeps the connection open for another request.
    #[must_use]
    pub fn keep(mut self) -> Self {
        self.keep = true;
        self
    }

    fn then(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

/// A whole answer: a status line, these headers, the length, and the body.
#[must_use]
pub fn answer(status: u16, headers: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes = format!("HTTP/1.1 {status} Status\r\n").into_bytes();
    for header in headers {
        bytes.extend_from_slice(header.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
    bytes.extend_from_slice(body);
    bytes
}
