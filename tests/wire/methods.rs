//! Methods that only OpenAPI 3.2 has keys for, as they reach a server.

use outspoken::Operation;
use outspoken_tests::server::Server;

use crate::{
    clients::v32::{
        Client,
        operations::{FindPets, LinkPets, Shout, Whisper},
        types::FindPetsBody,
    },
    support::run,
};

const DONE: &str = "HTTP/1.1 204 No Content\r\n\r\n";

fn over(server: &Server) -> Client {
    let builder = Client::builder().base_url(&server.url());
    builder.build().unwrap()
}

#[test]
fn a_query_has_a_body() {
    let server = Server::answering(DONE);
    let client = over(&server);
    run(client.find_pets().body(FindPetsBody::new("Rex"))).unwrap();
    let request = server.request();
    assert_eq!(request.line(), "QUERY /pets HTTP/1.1");
    assert_eq!(request.header("content-type"), [b"application/json"]);
    assert_eq!(request.header("content-length"), [b"14"]);
    assert!(request.text().ends_with("\r\n\r\n{\"name\":\"Rex\"}"));
}

#[test]
fn a_query_without_a_body_says_so() {
    let server = Server::answering(DONE);
    run(over(&server).find_pets()).unwrap();
    assert_eq!(server.request().header("content-length"), [b"0"]);
}

#[test]
fn methods_are_sent_as_they_are_written() {
    let server = Server::answering(DONE);
    run(over(&server).link_pets()).unwrap();
    assert_eq!(server.request().line(), "LINK /pets HTTP/1.1");

    let server = Server::answering(DONE);
    run(over(&server).whisper()).unwrap();
    assert_eq!(server.request().line(), "link! /pets HTTP/1.1");

    let server = Server::answering(DONE);
    run(over(&server).shout()).unwrap();
    let line = "AN-EXTENSION.OF-MORE-THAN-FIFTEEN-LETTERS /pets HTTP/1.1";
    assert_eq!(server.request().line(), line);
}

#[test]
fn what_is_registered_as_idempotent_is() {
    assert!(FindPets::META.is_idempotent());
    assert!(LinkPets::META.is_idempotent());
    assert!(!Shout::META.is_idempotent());
    // Methods tell upper case from lower case (RFC 9110 §9.1).
    assert!(!Whisper::META.is_idempotent());
}
