//! A server on loopback that records every byte it gets and answers by a script, so that it can
//! do what no HTTP library would: stall, lie about lengths, break off, talk nonsense.
//!
//! It knows no HTTP beyond where a request ends. Every wait in it is bounded, and it ends when it
//! is dropped.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a server of tests that cannot listen must fail the test"
)]

mod connection;
mod request;
mod script;
mod state;

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    sync::Arc,
    thread::JoinHandle,
};

pub use request::Received;
pub use script::{Script, Step, answer};
use state::State;

/// A server that listens on a free port of 127.0.0.1 until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers the first request by the first script, and so on. A request beyond the last
    /// script is recorded, and its connection closed without an answer.
    ///
    /// # Panics
    /// When no port of 127.0.0.1 is free.
    #[must_use]
    pub fn start(scripts: impl IntoIterator<Item = Script>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(State::new(scripts));
        let shared = Arc::clone(&state);
        let listening = std::thread::spawn(move || listen(&listener, &shared));
        Self {
            address,
            state,
            listening: Some(listening),
        }
    }

    /// A server that answers one request with these bytes and closes the connection.
    #[must_use]
    pub fn answering(answer: impl Into<Vec<u8>>) -> Self {
        Self::start([Script::answer(answer)])
    }

    /// The URL of the server, without a slash at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// All requests so far, in the order in which they arrived.
    #[must_use]
    pub fn requests(&self) -> Vec<Received> {
        self.state.requests()
    }

    /// The only request so far.
    ///
    /// # Panics
    /// When none came, or more than one.
    #[must_use]
    pub fn request(&self) -> Received {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "requests: {requests:#?}");
        requests.pop().expect("one request")
    }

    /// How many connections were made so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.state.connections()
    }

    /// How many bytes were written so far, over all connections.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.state.written()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stop();
        // Wakes the thread that waits for connections.
        drop(TcpStream::connect(self.address));
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
    }
}

/// A port of 127.0.0.1 at which nothing listens: it was free a moment ago.
///
/// # Panics
/// When no port is free.
#[must_use]
pub fn refused_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}

fn listen(listener: &TcpListener, state: &Arc<State>) {
    let mut serving = Vec::new();
    for stream in listener.incoming() {
        if state.is_stopped() {
            break;
        }
        let Ok(stream) = stream else { continue };
        state.connected();
        let state = Arc::clone(state);
        serving.push(std::thread::spawn(move || {
            connection::serve(stream, &state);
        }));
    }
    for thread in serving {
        drop(thread.join());
    }
}
