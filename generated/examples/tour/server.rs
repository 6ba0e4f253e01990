//! A server on loopback that plays one answer at a time, if it is asked the right thing.

use std::{
    convert::Infallible,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http_body_util::Full;
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CONTENT_TYPE, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::{
    check::check,
    scenario::{Endpoint, Scenario},
};

/// A running server. It ends with the runtime.
pub(crate) struct Server {
    url: String,
    stage: Arc<Mutex<Stage>>,
}

#[derive(Default)]
struct Stage {
    playing: Option<(&'static Endpoint, &'static Scenario, u16)>,
    complaint: Option<String>,
}

impl Server {
    /// Listens on a free port of the loopback address.
    pub(crate) async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let stage = Arc::<Mutex<Stage>>::default();
        tokio::spawn(accept(listener, Arc::clone(&stage)));
        Ok(Self { url, stage })
    }

    /// The base URL.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Gives this answer from now on, to this endpoint's request only.
    pub(crate) fn play(
        &self,
        endpoint: &'static Endpoint,
        scenario: &'static Scenario,
        status: u16,
    ) {
        *lock(&self.stage) = Stage {
            playing: Some((endpoint, scenario, status)),
            complaint: None,
        };
    }

    /// What was wrong with a request since the last [`play`](Self::play).
    pub(crate) fn complaint(&self) -> Option<String> {
        lock(&self.stage).complaint.clone()
    }
}

fn lock(stage: &Mutex<Stage>) -> MutexGuard<'_, Stage> {
    stage.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, stage: Arc<Mutex<Stage>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let stage = Arc::clone(&stage);
        let service = service_fn(move |request| {
            let response = answer(&mut lock(&stage), &request);
            async move { Ok::<_, Infallible>(response) }
        });
        // A connection that breaks shows on the client's side, as the row's outcome.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn answer(stage: &mut Stage, request: &Request<Incoming>) -> Response<Full<Bytes>> {
    let line = format!("{} {}", request.method(), request.uri());
    let checked = match stage.playing {
        Some(playing) => check(playing.0, &line, request.headers(), request.body())
            .and_then(|()| StatusCode::from_u16(playing.2).map_err(|error| error.to_string()))
            .map(|status| (status, playing.1)),
        None => Err("nothing is played yet".to_owned()),
    };
    let (status, body, content_type) = match checked {
        Ok((status, scenario)) => (
            status,
            Bytes::from_static(scenario.body.as_bytes()),
            scenario.content_type(),
        ),
        Err(complaint) => {
            stage.complaint = Some(complaint.clone());
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            (status, Bytes::from(complaint), Some("text/plain"))
        }
    };
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    if let Some(content_type) = content_type.map(HeaderValue::from_static) {
        response.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    response
}
