//! What becomes of answers that are no errors: under which status, in which representation, and
//! with which headers; and of what an API sends by itself.

mod headers;
mod representations;
mod statuses;
mod streams;
mod webhooks;

use outspoken::{
    Bytes, MemoryTransport,
    http::{Response, StatusCode, header::CONTENT_TYPE},
};

use crate::clients::answers::Client;

/// A client that gets these answers, and what it sent.
fn client(answers: impl IntoIterator<Item = Response<Bytes>>) -> (Client, MemoryTransport) {
    let transport = MemoryTransport::new();
    for answer in answers {
        transport.answer_with(answer);
    }
    let client = Client::builder()
        .base_url("https://example.com")
        .transport(transport.clone())
        .build()
        .unwrap();
    (client, transport)
}

/// A client that gets one answer.
fn answered(status: u16, content_type: &str, body: &'static str) -> Client {
    client([answer(status, content_type, body)]).0
}

/// An answer; an empty content type is none.
fn answer(status: u16, content_type: &str, body: &'static str) -> Response<Bytes> {
    let mut answer = Response::new(Bytes::from_static(body.as_bytes()));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap();
    if !content_type.is_empty() {
        let value = content_type.parse().unwrap();
        answer.headers_mut().insert(CONTENT_TYPE, value);
    }
    answer
}

const JSON: &str = "application/json";
