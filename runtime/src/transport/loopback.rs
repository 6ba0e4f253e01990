//! A server on this machine, for tests.

use std::{
    fmt,
    future::poll_fn,
    io,
    net::{Ipv4Addr, SocketAddr},
    pin::pin,
    sync::Arc,
    task::Poll,
    thread::{self, JoinHandle},
};

use http::{
    HeaderValue, Method, Request, Response, StatusCode,
    header::{CONTENT_LENGTH, CONTENT_TYPE, TRAILER, TRANSFER_ENCODING},
};
use http_body_util::{BodyExt, Limited};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, runtime, sync::oneshot};

use super::{Transport, frames::Frames, framing};
use crate::{Body, TransportError};

/// The largest request that is taken.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// A server on 127.0.0.1 that answers as a transport does: HTTP/1.1, for tests of programs that are
/// given a URL. It ends when it is dropped.
///
/// What the transport cannot answer is told with status 501; where it breaks, so does the connection.
///
/// ```
/// use outspoken::MemoryTransport;
///
/// let answers = MemoryTransport::new();
/// answers.answer(404, r#"{"code": "not_found"}"#);
/// let server = answers.serve()?;
/// // give `server.url()` to the program as its base URL
/// assert!(server.url().starts_with("http://127.0.0.1:"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[cfg_attr(docsrs, doc(cfg(feature = "loopback")))]
pub struct Loopback {
    address: SocketAddr,
    /// Dropped before the thread is waited for.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    /// Dropped after the thread has ended: what a transport then says is said to who drops this.
    _transport: Arc<dyn Transport>,
}

impl Loopback {
    /// Serves what a transport answers, on a free port.
    ///
    /// # Errors
    /// When there is no port, or no thread.
    pub fn serve(transport: impl Transport + 'static) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, mut stopped) = oneshot::channel();
        let transport: Arc<dyn Transport> = Arc::new(transport);
        let kept = Arc::clone(&transport);
        let work = move || {
            runtime.block_on(async {
                let mut accept = pin!(accept(listener, transport));
                poll_fn(|context| match pin!(&mut stopped).poll(context) {
                    Poll::Ready(_) => Poll::Ready(()),
                    Poll::Pending => accept.as_mut().poll(context),
                })
                .await;
            });
        };
        let thread = thread::Builder::new()
            .name("outspoken-loopback".to_owned())
            .spawn(work)?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
            _transport: kept,
        })
    }

    /// The base URL of a client that is to reach it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        drop(self.stop.take());
        // A thread that ended by a panic has said so.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl fmt::Debug for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Loopback({})", self.address)
    }
}

async fn accept(listener: std::net::TcpListener, transport: Arc<dyn Transport>) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    loop {
        // A connection that is gone before it is taken is none.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let transport = Arc::clone(&transport);
        let service = service_fn(move |request| answer(Arc::clone(&transport), request));
        // A connection that breaks shows on the client's side.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn answer(
    transport: Arc<dyn Transport>,
    request: Request<Incoming>,
) -> Result<Response<Frames>, TransportError> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, BODY_LIMIT).collect().await;
    let body = body.map_err(TransportError::interrupted)?.to_bytes();
    let is_head = head.method == Method::HEAD;
    let request = Request::from_parts(head, Body::from(body));
    match transport.send(request).await {
        Ok(response) => Ok(framed(response, is_head).map(Frames)),
        Err(TransportError::Unusable(failure)) => Ok(told(failure.to_string()).map(Frames)),
        Err(error) => Err(error),
    }
}

/// An answer as it is sent here. One that came over a network said where it ends in the way of that
/// connection, and a 304 says how long it would be. What is not true cannot be sent.
fn framed(mut response: Response<Body>, is_head: bool) -> Response<Body> {
    let is_empty = response.body().length() == Some(0);
    let headers = response.headers_mut();
    headers.remove(TRANSFER_ENCODING);
    headers.remove(TRAILER);
    if is_empty && !is_head {
        headers.remove(CONTENT_LENGTH);
    }
    if response.body().length().is_none() {
        return response;
    }
    match framing::fault(response.headers(), response.body(), is_head) {
        Some(why) => told(why),
        None => response,
    }
}

/// Tells that there is no answer.
fn told(why: String) -> Response<Body> {
    let mut response = Response::new(Body::from(why));
    *response.status_mut() = StatusCode::NOT_IMPLEMENTED;
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    response
}
