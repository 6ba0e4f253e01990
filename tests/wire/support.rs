//! Clients of the three APIs, and what the tests ask of their results.

use std::{future::IntoFuture, time::Duration};

use generated::{capillary, nexvio, wasend};
use outspoken::{
    AnyError, Bytes, Error, ErrorKind, Operation, Partial, RawResponse, Response,
    http::{HeaderMap, HeaderValue, StatusCode},
};

/// A secret that must show nowhere but in the request.
pub(crate) const SECRET: &str = "s3cr3t-k3y";

/// Long enough for a busy machine, short enough for a test that hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs a call to its end on a runtime of its own.
pub(crate) fn run<F: IntoFuture>(call: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(async { call.await })
}

pub(crate) fn nexvio(url: &str) -> nexvio::ClientBuilder {
    nexvio::Client::builder()
        .base_url(url)
        .bearer_auth(SECRET)
        .timeout(PATIENCE)
}

pub(crate) fn capillary(url: &str) -> capillary::ClientBuilder {
    capillary::Client::builder()
        .base_url(url)
        .basic_auth("user", SECRET)
        .timeout(PATIENCE)
}

pub(crate) fn wasend(url: &str) -> wasend::ClientBuilder {
    wasend::Client::builder()
        .base_url(url)
        .bearer_auth(SECRET)
        .timeout(PATIENCE)
}

/// What a call came to, whichever operation it was.
pub(crate) type Ended = Result<u16, AnyError>;

pub(crate) fn ended<T, E: ErrorKind>(result: Result<Response<T>, Error<E>>) -> Ended {
    match result {
        Ok(response) => Ok(response.status().as_u16()),
        Err(error) => Err(error.erase()),
    }
}

/// Reads an answer as an operation's client would, without a client.
pub(crate) fn decoded<O: Operation>(status: u16, body: impl Into<Bytes>) -> Ended {
    let mut headers = HeaderMap::new();
    headers.insert("x-kept", HeaderValue::from_static("yes"));
    let status = StatusCode::from_u16(status).unwrap();
    let mut raw = RawResponse::new(status, headers, body);
    O::decode(&mut raw)
        .map(|_| status.as_u16())
        .map_err(Error::erase)
}

/// The variant of the operation's own error, or how the call ended otherwise.
pub(crate) fn verdict(ended: &Ended) -> String {
    match ended {
        Ok(status) => format!("Ok {status}"),
        Err(Error::Api(error)) => error.variant().to_owned(),
        Err(Error::Build(_)) => "Error::Build".to_owned(),
        Err(Error::Timeout(error)) => format!("Error::Timeout {:?}", error.phase()),
        Err(Error::Transport(error)) => {
            let debug = format!("{error:?}");
            let name = debug.split(['(', ' ']).next().unwrap();
            format!("Error::Transport {name}")
        }
        Err(Error::Decode(_)) => "Error::Decode".to_owned(),
        Err(_) => "another error".to_owned(),
    }
}

/// What had arrived of an answer that did not arrive whole.
pub(crate) fn partial<E>(error: &Error<E>) -> Option<&Partial> {
    match error {
        Error::Timeout(error) => error.partial(),
        Error::Transport(error) => error.partial(),
        _ => None,
    }
}
