//! A caller that fits its document: `fail/out_of_step.rs` is the same after the document changed.
#![deny(warnings)]

#[allow(dead_code, unused_imports)] // a program uses a part of an API
mod api {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tmp/specs-0000000000000000/out/mod.rs"
    ));
}

use api::before::{Client, errors::CancelOrderError};
use outspoken::MemoryTransport;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = MemoryTransport::new();
    server.answer(404, "");
    let client = Client::builder()
        .base_url("https://shop.example.com")
        .transport(server)
        .build()?;
    let error = client.cancel_order("lamp").await.unwrap_err();
    assert!(matches!(error.kind(), Some(CancelOrderError::NotFound(_))));
    Ok(())
}
