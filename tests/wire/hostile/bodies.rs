//! Bodies that do not arrive whole.

use outspoken::{Error, TransportError};
use outspoken_tests::server::Script;

use super::{Failed, arrived, failed_by};

fn is_interrupted(error: &Failed) -> bool {
    matches!(error, Error::Transport(TransportError::Interrupted(_)))
}

#[test]
fn shorter_than_its_content_length() {
    for status in [200, 404] {
        let head =
            format!("HTTP/1.1 {status} X\r\nx-request-id: r-1\r\ncontent-length: 100\r\n\r\n");
        let error = failed_by(Script::answer(format!("{head}{{\"status\": \"succ")));
        assert!(is_interrupted(&error), "{error:?}");
        assert_eq!(arrived(&error).status(), status);
        assert_eq!(arrived(&error).headers()["x-request-id"], "r-1");
        assert_eq!(arrived(&error).body(), "{\"status\": \"succ");
        let text = format!("the answer did not arrive whole (status {status})");
        assert_eq!(error.to_string(), text);
        assert_eq!(error.status().unwrap(), status);
    }
}

#[test]
fn chunks_without_an_end() {
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    for (rest, whole) in [
        ("", ""),
        ("5\r\n{\"sta\r\n", "{\"sta"),
        ("5\r\n{\"sta\r\n5\r\ntu", "{\"statu"),
        ("5\r\n{\"sta\r\n5", "{\"sta"),
        ("5\r\n{\"sta\r\nzz\r\n", "{\"sta"),
        ("5\r\n{\"sta\r\n-1\r\n", "{\"sta"),
        ("5\r\n{\"sta\r\nfffffffffffffffff\r\n", "{\"sta"),
        ("5\r\n{\"sta__", "{\"sta"),
    ] {
        let error = failed_by(Script::answer(format!("{head}{rest}")));
        assert!(is_interrupted(&error), "{rest:?}: {error:?}");
        assert_eq!(arrived(&error).body(), whole, "{rest:?}");
    }
}

#[test]
fn a_whole_error_whose_connection_then_breaks() {
    // All of the error has come but its last byte: it is not taken for the API's word.
    let body =
        r#"{"status": "error", "error": {"code": "unauthorized", "message": "Invalid API key"}}"#;
    let answer = format!(
        "HTTP/1.1 401 X\r\ncontent-length: {}\r\n\r\n{body}",
        body.len() + 1
    );
    let error = failed_by(Script::answer(answer));
    assert!(is_interrupted(&error), "{error:?}");
    assert_eq!(arrived(&error).body(), body);
}

#[test]
fn no_length_at_all_ends_with_the_connection() {
    let body =
        r#"{"status": "error", "error": {"code": "unauthorized", "message": "Invalid API key"}}"#;
    let error = failed_by(Script::answer(format!("HTTP/1.0 200 OK\r\n\r\n{body}")));
    assert!(error.kind().unwrap().is_unauthorized(), "{error:?}");

    let error = failed_by(Script::answer(
        "HTTP/1.0 200 OK\r\n\r\n{\"status\": \"success\", \"da",
    ));
    assert!(
        matches!(&error, Error::Decode(error) if error.body() == "{\"status\": \"success\", \"da"),
        "{error:?}"
    );
}

#[test]
fn more_than_its_content_length_is_not_part_of_it() {
    let body =
        r#"{"status": "error", "error": {"code": "unauthorized", "message": "Invalid API key"}}"#;
    let ok = r#"HTTP/1.1 200 OK"#;
    let answer = format!(
        "HTTP/1.1 401 X\r\ncontent-length: {}\r\n\r\n{body}{ok}",
        body.len()
    );
    let error = failed_by(Script::answer(answer));
    assert_eq!(error.api().unwrap().body(), body);
}

#[test]
fn compressed_without_being_asked() {
    let gzip: &[u8] = &[
        0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0xae, 5, 0, 0x43, 0xbf, 0xa6, 0xa3, 2, 0, 0, 0,
    ];
    for (status, variant) in [(200, "decode"), (404, "api")] {
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
            gzip.len()
        );
        let error = failed_by(Script::answer(head).send(gzip));
        match &error {
            Error::Decode(error) if variant == "decode" => assert_eq!(error.body(), gzip),
            Error::Api(error) if variant == "api" => assert_eq!(error.body(), gzip),
            other => panic!("{other:?}"),
        }
        assert_eq!(error.headers().unwrap()["content-encoding"], "gzip");
    }
}
