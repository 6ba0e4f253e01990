//! The document has one more required parameter by now, and another error.

#[allow(dead_code, unused_imports)] // a program uses a part of an API
mod api {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tmp/specs-0000000000000000/out/mod.rs"
    ));
}

use api::after::{Client, errors::CancelOrderError};

async fn cancel(client: &Client) -> bool {
    let error = client.cancel_order("lamp").await.unwrap_err();
    matches!(error.kind(), Some(CancelOrderError::NotFound(_)))
}

fn main() {}
