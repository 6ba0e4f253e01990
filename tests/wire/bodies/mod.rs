//! Bodies of requests, byte by byte.

mod choice;
mod forms;
mod multipart;
mod raw;
mod read_back;
mod streams;
mod within;

use outspoken::{BuildError, Operation};

use crate::{clients::bodies::Client, support::run};

/// The content type and the body of the request that an operation becomes.
fn sent<O: Operation>(operation: O) -> (String, String) {
    let request = client().request(&operation).unwrap();
    let (head, body) = request.into_parts();
    let content_type = head.headers["content-type"].to_str().unwrap();
    let body = run(body.collect()).unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    (content_type.to_owned(), body)
}

/// Why an operation cannot be sent.
fn refused<O: Operation>(operation: O) -> String {
    match client().request(&operation) {
        Err(BuildError::InvalidBody { reason }) => reason,
        other => panic!("{other:?}"),
    }
}

fn client() -> Client {
    let builder = Client::builder().base_url("http://localhost");
    builder.build().unwrap()
}
