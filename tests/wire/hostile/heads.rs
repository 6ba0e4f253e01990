//! Heads that are none, and connections that never were.

use std::time::Duration;

use outspoken::{Error, TransportError};
use outspoken_tests::server::{Script, Server, refused_port};

use super::{SHORT, failed, failed_by};
use crate::support::{nexvio, partial, run};

#[test]
fn garbage_instead_of_http() {
    let long = "x".repeat(100_000);
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "a: b\r\n".repeat(5_000));
    let wide = format!("HTTP/1.1 200 OK\r\na: {}\r\n\r\n", "b".repeat(2_000_000));
    let answers: [&[u8]; 14] = [
        b"",
        b"\r\n",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\ncontent-le",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"<html>not http</html>\r\n\r\n",
        b"\x15\x03\x01\x00\x02\x02\x46",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/1.1 099 OK\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}x",
        long.as_bytes(),
        many.as_bytes(),
        wide.as_bytes(),
    ];
    for answer in answers {
        let shown = String::from_utf8_lossy(&answer[..answer.len().min(60)]).into_owned();
        let error = failed_by(Script::answer(answer));
        assert!(
            matches!(error, Error::Transport(TransportError::Interrupted(_))),
            "{shown:?}: {error:?}"
        );
        assert!(partial(&error).is_none());
        assert_eq!(error.to_string(), "the answer did not arrive whole");
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[test]
fn a_refused_connection_is_known_not_to_have_been_used() {
    let client = nexvio(&format!("http://127.0.0.1:{}", refused_port()))
        .build()
        .unwrap();
    let error = run(client.delete_chatbot_profile_picture("c")).unwrap_err();
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    assert!(matches!(error, TransportError::Connect(_)), "{error:?}");
    assert!(error.was_not_sent());
    assert_eq!(error.to_string(), "no connection to the server");
}

#[test]
fn a_request_is_sent_once_even_if_the_connection_breaks() {
    let server = Server::start([Script::answer("HTTP/1.1 "), Script::answer("")]);
    let client = nexvio(&server.url()).build().unwrap();
    for asked in 1..=2 {
        let error = run(client.delete_chatbot_profile_picture("c")).unwrap_err();
        assert!(
            matches!(&error, Error::Transport(error) if !error.was_not_sent()),
            "{error:?}"
        );
        assert_eq!(server.requests().len(), asked);
    }
}

#[test]
fn information_comes_before_the_answer() {
    let body =
        r#"{"status": "error", "error": {"code": "unauthorized", "message": "Invalid API key"}}"#;
    let answer = format!(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n\
         HTTP/1.1 401 X\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let error = failed_by(Script::answer(answer));
    assert!(error.kind().unwrap().is_unauthorized(), "{error:?}");
    assert!(error.headers().unwrap().get("link").is_none());
}

#[test]
fn information_without_end_is_a_timeout() {
    let hint = "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n".repeat(10);
    let mut script = Script::default();
    for _ in 0..5_000 {
        script = script.send(hint.as_bytes()).pause(Duration::from_millis(1));
    }
    let error = failed(script, |client| client.timeout(SHORT));
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    assert!(partial(&error).is_none());
}

#[test]
fn switching_protocols_is_no_success() {
    let error = failed_by(Script::answer(
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
    ));
    assert!(
        matches!(error, Error::Api(_) | Error::Transport(_)),
        "{error:?}"
    );
}

/// A listener whose queue is full drops what comes, so that connecting takes for ever.
#[cfg(target_os = "linux")]
#[test]
fn a_connection_that_does_not_come_in_time_is_a_timeout_of_connecting() {
    use std::net::TcpStream;

    use outspoken::TimeoutPhase;

    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let _entered = runtime.enter();
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(0).unwrap();
    let address = listener.local_addr().unwrap();
    let queue: Vec<_> = std::iter::from_fn(|| TcpStream::connect_timeout(&address, SHORT).ok())
        .take(100)
        .collect();
    assert!(queue.len() < 100, "the queue never fills");

    let url = format!("http://{address}");
    let client = nexvio(&url).connect_timeout(SHORT).build().unwrap();
    let error = std::thread::spawn(move || run(client.delete_chatbot_profile_picture("c")))
        .join()
        .unwrap()
        .unwrap_err();
    let Error::Timeout(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.phase(), error.after()),
        (TimeoutPhase::Connect, SHORT)
    );
    assert_eq!(error.to_string(), "no connection within 200ms");
}
