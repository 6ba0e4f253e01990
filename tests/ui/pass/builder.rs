//! Every setting of a client.
#![deny(warnings)]

use std::time::Duration;

use generated::capillary::{Client, ClientBuilder};
use outspoken::{BuildError, MemoryTransport, Secret};

fn settings(builder: ClientBuilder) -> Result<Client, BuildError> {
    builder
        .base_url("https://proxy.example.com/capillary")
        .timeout(Duration::from_secs(30))
        .attempt_timeout(Duration::from_secs(10))
        .connect_timeout(Duration::from_secs(2))
        .body_limit(1 << 20)
        .header("x-team", "images")
        .transport(MemoryTransport::new())
        .allow_insecure_http()
        .cluster("eu")
        .basic_auth("user", Secret::from("password"))
        .build()
}

fn main() {
    let builder = Client::builder();
    let client = settings(builder.clone()).expect("all of these can be set");
    let shown = format!("{client:?} {builder:?}");
    assert!(!shown.contains("password"), "{shown}");
    let refused: BuildError = builder.base_url("no url").build().expect_err("no url");
    assert!(!refused.to_string().is_empty());
}
