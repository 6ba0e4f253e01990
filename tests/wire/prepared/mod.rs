//! What is to come of a call, said in the operation's own types.

mod calls;
mod errors;
mod outputs;
mod server;

use std::panic::{AssertUnwindSafe, catch_unwind};

use outspoken::MemoryTransport;

use crate::support::wasend;

const URL: &str = "https://example.com/base";

fn client(server: &MemoryTransport) -> generated::wasend::Client {
    wasend(URL).transport(server.clone()).build().unwrap()
}

/// How a test would fail.
fn failure(test: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(test)).unwrap_err();
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => (*payload.downcast::<&str>().unwrap()).to_owned(),
    }
}
