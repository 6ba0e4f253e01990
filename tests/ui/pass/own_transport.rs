//! A transport of the user's own, around another one.
#![deny(warnings)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use generated::wasend::Client;
use outspoken::{
    Body, BoxFuture, MemoryTransport, Transport, TransportError,
    http::{Request, Response},
};

/// Counts requests.
struct Counted<T> {
    inner: T,
    count: Arc<AtomicUsize>,
}

impl<T: Transport> Transport for Counted<T> {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            self.count.fetch_add(1, Ordering::Relaxed);
            self.inner.send(request).await
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.inner.sleep(duration)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inner = MemoryTransport::new();
    inner.answer(200, r#"{"success": true}"#);
    let count = Arc::new(AtomicUsize::new(0));
    let transport = Counted {
        inner,
        count: Arc::clone(&count),
    };
    let client = Client::builder()
        .bearer_auth("key")
        .transport(transport)
        .build()?;
    client.delete_group_picture("s", "g").await?;
    assert_eq!(count.load(Ordering::Relaxed), 1);
    Ok(())
}
