//! Bodies that come piece by piece.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use outspoken::{Body, Bytes, Error, FilePart, TransportError};
use outspoken_tests::server::{Server, answer};

use super::refused;
use crate::{
    clients::bodies::{
        Client,
        operations::{SendBytes, Upload},
        types::{Order, UploadBody},
    },
    support::run,
};

/// A stream of these pieces, each of which is waited for.
struct Pieces(Vec<&'static str>, bool);

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.1 = !self.1;
        if self.1 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        Poll::Ready(next.map(|piece| Ok(Bytes::from(piece))))
    }
}

fn pieces(pieces: &[&'static str]) -> Pieces {
    Pieces(pieces.to_vec(), false)
}

fn client(url: &str) -> Client {
    Client::builder().base_url(url).build().unwrap()
}

fn upload(content: Body) -> UploadBody {
    UploadBody::new(Order::new("n"), FilePart::new(content).header("X-Sum", "1"))
}

#[test]
fn an_upload_of_a_stream_arrives_with_its_length() {
    let server = Server::answering(answer(204, &[], ""));
    let content = Body::sized_stream(11, pieces(&["hello", " ", "world"]));
    run(client(&server.url()).upload(upload(content))).unwrap();
    let request = server.request();
    let text = request.text();
    assert!(
        text.contains(
            "filename=\"blob\"\r\nContent-Type: image/png\r\nX-Sum: 1\r\n\r\nhello world\r\n--"
        ),
        "{text}"
    );
    let (_, body) = text.split_once("\r\n\r\n").unwrap();
    let announced = String::from_utf8(request.header("content-length").remove(0)).unwrap();
    assert_eq!(announced, body.len().to_string());
    assert!(request.header("transfer-encoding").is_empty());
}

#[test]
fn a_stream_of_unknown_length_is_sent_in_chunks() {
    let server = Server::answering(answer(204, &[], ""));
    run(client(&server.url()).send_bytes(Body::stream(pieces(&["ab", "c"])))).unwrap();
    let request = server.request();
    assert_eq!(request.header("transfer-encoding"), [b"chunked"]);
    assert!(
        request
            .text()
            .ends_with("\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"),
        "{request:?}"
    );
}

#[test]
fn a_stream_is_sent_once() {
    let operation = SendBytes::new(Body::stream(pieces(&["a"])));
    let request = super::client().request(&operation).unwrap();
    run(request.into_body().collect()).unwrap();
    assert_eq!(refused(operation), "it is a stream that has been read from");

    let operation = Upload::new(upload(Body::stream(pieces(&["a"]))));
    let request = super::client().request(&operation).unwrap();
    run(request.into_body().collect()).unwrap();
    assert_eq!(
        refused(operation),
        "its part `file` is a stream that has been read from"
    );
}

#[test]
fn errors_of_a_stream_of_anyones_are_kept() {
    let broken = Broken(Some(std::io::Error::other("the disk is gone")));
    let error = run(Body::stream(broken).collect()).unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the disk is gone");
    assert!(source.is::<std::io::Error>());
}

/// A stream as other libraries have them.
struct Broken(Option<std::io::Error>);

impl futures_core::Stream for Broken {
    type Item = std::io::Result<Vec<u8>>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Err))
    }
}

#[test]
fn a_stream_of_another_length_than_it_says_breaks() {
    for (length, reason) in [(3, "longer"), (5, "shorter")] {
        let body = Body::sized_stream(length, pieces(&["ab", "cd"]));
        let error = run(body.collect()).unwrap_err();
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert_eq!(
            source,
            format!("a streamed body is {reason} than its length says")
        );
    }
}

#[test]
fn a_stream_that_holds_the_boundary_breaks_before_it_is_sent() {
    // The boundary is known once the request is there; only then does the stream begin.
    let content = Late::default();
    let operation = Upload::new(upload(Body::stream(content.clone())));
    let request = super::client().request(&operation).unwrap();
    let boundary = request.headers()["content-type"].to_str().unwrap();
    let boundary = boundary.split_once("boundary=").unwrap().1.to_owned();
    let (start, end) = boundary.split_at(7);
    content.fill([&format!("x\r\n--{start}"), end]);
    let mut body = request.into_body();
    let mut sent = Vec::new();
    let error = loop {
        match run(body.chunk()) {
            Some(Ok(chunk)) => sent.extend_from_slice(&chunk),
            Some(Err(error)) => break error,
            None => panic!("the boundary was sent"),
        }
    };
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(
        source,
        "a streamed file holds the boundary between the parts"
    );
    assert!(String::from_utf8(sent).unwrap().ends_with(start));
    assert!(run(body.chunk()).is_none());
}

/// A stream that is filled after it was given away.
#[derive(Clone, Default)]
struct Late(std::sync::Arc<std::sync::Mutex<Vec<Bytes>>>);

impl Late {
    fn fill(&self, pieces: [&str; 2]) {
        let pieces = pieces.map(|piece| Bytes::from(piece.to_owned()));
        self.0.lock().unwrap().extend(pieces);
    }
}

impl futures_core::Stream for Late {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut pieces = self.0.lock().unwrap();
        let next = (!pieces.is_empty()).then(|| pieces.remove(0));
        Poll::Ready(next.map(Ok))
    }
}

#[test]
fn a_stream_that_breaks_is_an_error_of_the_transport() {
    let server = Server::answering(answer(204, &[], ""));
    let content = Body::sized_stream(9, pieces(&["ab"]));
    let error = run(client(&server.url()).send_bytes(content)).unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert!(
        !server
            .requests()
            .iter()
            .any(|request| request.text().contains("abab"))
    );
}
