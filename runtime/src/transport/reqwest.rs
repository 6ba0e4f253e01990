//! The default transport: reqwest on Tokio, TLS by rustls.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderValue, Request, Response, header};
use http_body::Body as _;

use reqwest::ClientBuilder;

use super::{Transport, frames::Frames};
use crate::{Body, BoxFuture, BuildError, TransportError, client::is_loopback};

/// Sends requests with reqwest: HTTP/1.1, TLS by rustls, no redirects.
///
/// It needs a Tokio runtime with time and I/O enabled.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    /// For this machine: what may travel there unencrypted must not go by way of a proxy.
    direct: reqwest::Client,
}

impl ReqwestTransport {
    /// A transport that gives up connecting after this time.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(connect_timeout: Duration) -> Result<Self, BuildError> {
        let build = |builder: ClientBuilder| {
            let built = builder
                .connect_timeout(connect_timeout)
                .redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .referer(false)
                .build();
            built.map_err(|error| BuildError::no_transport(&error.into()))
        };
        Ok(Self {
            client: build(reqwest::Client::builder())?,
            direct: build(reqwest::Client::builder().no_proxy())?,
        })
    }

    /// A transport over a client of the caller's own making. It must not follow redirects; and what
    /// is sent to this machine goes by way of its proxy, if it has one.
    #[must_use]
    pub fn with_client(client: reqwest::Client) -> Self {
        Self {
            direct: client.clone(),
            client,
        }
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            if tokio::runtime::Handle::try_current().is_err() {
                return Err(TransportError::unusable("there is no Tokio runtime here"));
            }
            let is_here = is_loopback(request.uri().host().unwrap_or_default());
            let client = if is_here { &self.direct } else { &self.client };
            let answer = client.execute(convert(request)?).await.map_err(failed)?;
            let answer: Response<reqwest::Body> = answer.into();
            Ok(answer.map(|body| Body::stream(Chunks(body))))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            // Without a runtime there is no timer, and `send` has failed at once.
            if tokio::runtime::Handle::try_current().is_ok() {
                tokio::time::sleep(duration).await;
            } else {
                std::future::pending::<()>().await;
            }
        })
    }
}

/// Converts the request, and refuses where the URL parser reads the path in another way.
fn convert(request: Request<Body>) -> Result<reqwest::Request, TransportError> {
    let (head, body) = request.into_parts();
    let url: reqwest::Url = head
        .uri
        .to_string()
        .parse()
        .map_err(TransportError::unusable)?;
    if url.path() != head.uri.path() || url.query() != head.uri.query() {
        return Err(TransportError::unusable(
            "the URL's path is not sent as it stands",
        ));
    }
    let mut request = reqwest::Request::new(head.method, url);
    *request.headers_mut() = head.headers;
    if body.is_empty() {
        // Servers wait for a body with these methods, or refuse a request that says nothing of it:
        // RFC 9110 §8.6. The library only tells the length of a body that is there.
        if matches!(
            request.method().as_str(),
            "POST" | "PUT" | "PATCH" | "QUERY"
        ) {
            let none = HeaderValue::from_static("0");
            request.headers_mut().insert(header::CONTENT_LENGTH, none);
        }
    } else {
        *request.body_mut() = Some(match body.as_bytes() {
            Some(bytes) => bytes.into(),
            None => reqwest::Body::wrap(Frames(body)),
        });
    }
    Ok(request)
}

/// The URL stays out of the cause: its query may hold a key.
fn failed(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => TransportError::connect_timeout(error),
        (true, false) => TransportError::connect(error),
        _ if error.is_builder() => TransportError::unusable(error),
        _ => TransportError::interrupted(error),
    }
}

/// A response body as a stream of its data frames.
struct Chunks(reqwest::Body);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let frame = match Pin::new(&mut self.0).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => frame,
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(failed(error)))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            };
            // What is no data is trailers, which no operation documents.
            if let Ok(data) = frame.into_data() {
                return Poll::Ready(Some(Ok(data)));
            }
        }
    }
}
