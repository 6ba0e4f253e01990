//! Bodies that are handed on as they arrive.

use std::time::Duration;

use outspoken::{Body, Error, ItemError, TransportError};
use outspoken_tests::server::{Script, Server, answer as bytes};

use super::{JSON, answer, answered, client};
use crate::{
    clients::answers::{Client, outputs::DownloadOutput},
    support::run,
};

fn over(server: &Server) -> Client {
    Client::builder()
        .base_url(&server.url())
        .body_limit(1_000)
        .build()
        .unwrap()
}

fn content(output: DownloadOutput) -> Body {
    output.into_ok().expect("the bytes")
}

/// A runtime must outlive the bodies that arrive on it.
fn on_one_runtime<T>(work: impl Future<Output = T>) -> T {
    run(Box::pin(work))
}

#[test]
fn a_download_has_no_limit_and_arrives_in_pieces() {
    let large = vec![b'x'; 100_000];
    let server = Server::answering(bytes(200, &["x-a: b"], large.clone()));
    on_one_runtime(async {
        let response = over(&server).download("a").await.unwrap();
        assert_eq!(
            (response.status().as_u16(), &response.headers()["x-a"]),
            (200, &"b".parse().unwrap())
        );
        let mut body = content(response.into_inner());
        let mut arrived = Vec::new();
        while let Some(piece) = body.chunk().await {
            arrived.extend_from_slice(&piece.unwrap());
        }
        assert_eq!(arrived, large);
    });
}

#[test]
fn an_endless_download_is_cut_where_the_caller_says() {
    let head = "HTTP/1.1 200 OK\r\n\r\n";
    let server = Server::start([Script::answer(head).flood(vec![b'x'; 4096])]);
    on_one_runtime(async {
        let response = over(&server).download("a").await.unwrap();
        let error = content(response.into_inner())
            .collect_within(50_000)
            .await
            .unwrap_err();
        assert!(
            matches!(error, TransportError::BodyLimit { limit: 50_000, .. }),
            "{error:?}"
        );
    });
}

#[test]
fn a_download_that_breaks_off_says_so() {
    let broken = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf";
    let server = Server::answering(broken);
    on_one_runtime(async {
        let mut body = content(over(&server).download("a").await.unwrap().into_inner());
        let mut arrived = Vec::new();
        let error = loop {
            match body.chunk().await.expect("an end that says so") {
                Ok(piece) => arrived.extend_from_slice(&piece),
                Err(error) => break error,
            }
        };
        assert_eq!(arrived, b"half");
        assert!(matches!(error, TransportError::Interrupted(_)), "{error:?}");
    });
}

#[test]
fn the_head_is_enough() {
    let stalled = Script::answer("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n").stall();
    let server = Server::start([stalled]);
    let client = Client::builder()
        .base_url(&server.url())
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap();
    on_one_runtime(async {
        let response = client.download("a").await.unwrap();
        assert!(response.is_ok());
    });
}

#[test]
fn errors_are_read_whole_and_within_the_limit() {
    let why = r#"{"why": "so"}"#;
    let server = Server::start([
        Script::answer(bytes(500, &["connection: close"], why)),
        Script::answer(bytes(500, &[], vec![b' '; 2_000])),
    ]);
    on_one_runtime(async {
        let client = over(&server);
        let error = client.download("a").await.unwrap_err();
        assert_eq!(error.api().unwrap().body(), why);
        let error = client.download("a").await.unwrap_err();
        assert!(
            matches!(
                error,
                Error::Transport(TransportError::BodyLimit { limit: 1_000, .. })
            ),
            "{error:?}"
        );
    });
}

#[test]
fn a_part_is_what_was_asked_for() {
    let client = answered(206, "application/octet-stream", "art");
    let response = run(client.download("a").range("bytes=1-3")).unwrap();
    assert_eq!(response.status(), 206);
    let body = content(response.into_inner());
    assert_eq!(run(body.collect()).unwrap(), "art");
    // A file is of whatever type it is.
    let response = run(answered(200, JSON, "[1]").download("a")).unwrap();
    assert_eq!(
        run(content(response.into_inner()).collect()).unwrap(),
        "[1]"
    );

    let response = run(answered(202, "", "").download("a")).unwrap();
    assert!(matches!(*response, DownloadOutput::Accepted));
}

#[test]
fn what_may_be_an_error_is_read_before_it_is_given() {
    let (client, _) = client([
        answer(200, "application/pdf", "%PDF"),
        answer(
            200,
            "application/pdf",
            r#"{"damaged": true, "why": "torn"}"#,
        ),
    ]);
    let body = run(client.convert("a")).unwrap().into_inner();
    assert_eq!(body.as_bytes().unwrap(), "%PDF");
    let error = run(client.convert("a")).unwrap_err();
    assert!(error.kind().unwrap().is_damaged());
    assert_eq!(error.api().unwrap().message(), Some("torn"));
}

#[test]
fn events_and_lines_are_read_one_by_one() {
    let events =
        "data: {\"rows\": 1}\n\ndata: {}\n\nevent: last\ndata: {\"rows\": 2}\n\ndata: [DONE]\n\n";
    let client = answered(200, "text/event-stream", events);
    let mut response = run(client.get_report().accept_event_stream()).unwrap();
    let mut next = || run(response.next());
    assert_eq!(next().unwrap().unwrap().data.rows, 1);
    let error = next().unwrap().unwrap_err();
    assert!(
        matches!(&error, ItemError::Decode(error) if error.body() == "{}"),
        "{error:?}"
    );
    let last = next().unwrap().unwrap();
    assert_eq!((last.name.as_str(), last.data.rows), ("last", 2));
    assert!(next().is_none());

    let mut news = run(answered(200, "text/event-stream", "data: a\n\n").get_news()).unwrap();
    assert_eq!(run(news.next()).unwrap().unwrap().data, "a");

    let log = answered(200, "application/x-ndjson", "{\"rows\": 1}\n{\"rows\": 2}");
    let mut log = run(log.get_log()).unwrap().into_inner();
    assert_eq!(run(log.next()).unwrap().unwrap().rows, 1);
    assert_eq!(run(log.next()).unwrap().unwrap().rows, 2);
    assert!(run(log.next()).is_none());
}

#[test]
fn an_event_is_there_before_the_next_one_is_sent() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: a\n\ndata: half";
    let server = Server::start([Script::answer(head).stall()]);
    on_one_runtime(async {
        let mut news = over(&server).get_news().await.unwrap();
        assert_eq!(news.next().await.unwrap().unwrap().data, "a");
    });
    let server = Server::answering(head);
    on_one_runtime(async {
        let mut news = over(&server).get_news().await.unwrap();
        assert!(news.next().await.unwrap().is_ok());
        // The connection closed, so that the half is all there is: no event.
        assert!(news.next().await.is_none());
    });
}
