//! Answers larger than the client takes.

use outspoken::{Error, TransportError};
use outspoken_tests::server::{Script, Server, answer};

use super::{arrived, failed, failed_by};
use crate::support::{nexvio, run, wasend};

const LIMIT: u64 = 10_000;
const MIB: u64 = 1024 * 1024;

#[test]
fn a_body_over_the_limit_is_an_error_that_says_so() {
    for status in [200, 400] {
        let whole = answer(status, &["x-a: b"], vec![b'x'; 20_000]);
        let error = failed(Script::answer(whole), |client| client.body_limit(LIMIT));
        assert!(
            matches!(
                error,
                Error::Transport(TransportError::BodyLimit { limit: LIMIT, .. })
            ),
            "{error:?}"
        );
        assert_eq!(arrived(&error).status(), status);
        assert_eq!(arrived(&error).headers()["x-a"], "b");
        assert_eq!(arrived(&error).body().len() as u64, LIMIT);
        let text = format!("the body is larger than the limit of {LIMIT} bytes (status {status})");
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_body_of_exactly_the_limit_is_read() {
    let body = r#"{"success": true}"#;
    for (limit, fits) in [
        (body.len() as u64, true),
        (body.len() as u64 - 1, false),
        (0, false),
    ] {
        let server = Server::answering(answer(200, &[], body));
        let client = wasend(&server.url()).body_limit(limit).build().unwrap();
        assert_eq!(
            run(client.delete_group_picture("s", "g")).is_ok(),
            fits,
            "{limit}"
        );
    }
}

#[test]
fn an_endless_body_is_cut_at_the_limit() {
    let chunk = format!("1000\r\n{}\r\n", "x".repeat(0x1000));
    for head in [
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
        "HTTP/1.1 500 X\r\ncontent-length: 1152921504606846976\r\n\r\n",
        "HTTP/1.0 200 OK\r\n\r\n",
    ] {
        let server = Server::start([Script::answer(head).flood(chunk.as_bytes())]);
        let client = nexvio(&server.url()).body_limit(MIB).build().unwrap();
        let error = run(client.delete_chatbot_profile_picture("c")).unwrap_err();
        assert!(
            matches!(
                error,
                Error::Transport(TransportError::BodyLimit { limit: MIB, .. })
            ),
            "{error:?}"
        );
        assert_eq!(arrived(&error).body().len() as u64, MIB);
        // What the client did not read stands in the buffers of sockets, or was never written.
        assert!(server.written() < 64 * MIB, "{} bytes", server.written());
    }
}

#[test]
fn the_limit_is_eight_mebibytes_unless_set() {
    let error = failed_by(Script::answer("HTTP/1.1 200 OK\r\n\r\n").flood(vec![b' '; 1 << 16]));
    assert!(
        matches!(error, Error::Transport(TransportError::BodyLimit { limit, .. }) if limit == 8 * MIB),
        "{error:?}"
    );
    assert_eq!(arrived(&error).body().len() as u64, 8 * MIB);
}

#[test]
fn an_announced_length_fills_no_memory() {
    // Announced: 1 EiB. Sent: nothing more.
    let error = failed_by(Script::answer(
        "HTTP/1.1 200 OK\r\ncontent-length: 1152921504606846976\r\n\r\n{",
    ));
    assert!(
        matches!(error, Error::Transport(TransportError::Interrupted(_))),
        "{error:?}"
    );
    assert_eq!(arrived(&error).body(), "{");
}
