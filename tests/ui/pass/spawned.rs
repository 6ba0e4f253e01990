//! Calls can be spawned, and their errors sent to other threads.
#![deny(warnings)]

use generated::wasend::{Client, errors::DeleteGroupPictureError};
use outspoken::{AnyError, Error, MemoryTransport};

fn crosses_threads<T: Send + Sync + 'static>() {}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    crosses_threads::<Client>();
    crosses_threads::<AnyError>();
    crosses_threads::<Error<DeleteGroupPictureError>>();
    let server = MemoryTransport::new();
    server.answer(500, "oops");
    let client = Client::builder()
        .bearer_auth("key")
        .transport(server)
        .build()?;
    let task = tokio::spawn(async move { client.delete_group_picture("s", "g").await });
    let error = task.await?.expect_err("the server failed");
    assert!(error.api().is_some_and(|api| api.is_retryable()));
    Ok(())
}
