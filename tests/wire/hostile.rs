//! Answers that are broken, endless or meant to harm: each ends within its limits, as the right
//! kind of error, with what had arrived. None of these tests looks at a clock.

mod bodies;
mod heads;
mod json;
mod limits;
mod redirects;
mod stalls;

use std::time::Duration;

use generated::nexvio::{ClientBuilder, errors::DeleteChatbotProfilePictureError};
use outspoken::{Error, Partial};
use outspoken_tests::server::{Script, Server};

use crate::support::{nexvio, partial, run};

/// A limit that a test waits for.
const SHORT: Duration = Duration::from_millis(200);

type Failed = Error<DeleteChatbotProfilePictureError>;

/// The error of a call that is answered by this script, with these settings. It is asked once.
fn failed(script: Script, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Failed {
    let server = Server::start([script]);
    let client = set(nexvio(&server.url())).build().unwrap();
    let error = run(client.delete_chatbot_profile_picture("c")).expect_err("not Ok");
    let asked = server.requests().len();
    assert!(asked <= 1, "asked {asked} times");
    error
}

/// The same with the usual settings.
fn failed_by(script: Script) -> Failed {
    failed(script, |client| client)
}

/// What had arrived, where the head had.
fn arrived(error: &Failed) -> &Partial {
    partial(error).unwrap_or_else(|| panic!("nothing was kept of it: {error:?}"))
}
