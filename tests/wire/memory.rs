//! The transport without a network, as users' own tests use it.

use std::time::Duration;

use outspoken::{BuildError, Error, MemoryTransport, TimeoutPhase, TransportError, http::Method};

use crate::support::{run, wasend};

#[test]
fn it_answers_in_order_and_remembers_what_was_sent() {
    let transport = MemoryTransport::new();
    transport.answer(200, r#"{"success": true}"#);
    transport.answer(404, "gone");
    let client = wasend("https://example.com/base")
        .transport(transport.clone())
        .build()
        .unwrap();
    assert!(
        run(client.delete_group_picture("s", "a@b"))
            .unwrap()
            .success
    );
    let error = run(client.delete_group_picture("s", "c")).unwrap_err();
    assert!(error.kind().unwrap().is_not_found());
    assert_eq!(error.api().unwrap().body(), "gone");

    let requests = transport.requests();
    let urls: Vec<_> = requests.iter().map(|r| r.uri().to_string()).collect();
    assert_eq!(
        urls,
        [
            "https://example.com/base/s/groups/a%40b/picture",
            "https://example.com/base/s/groups/c/picture",
        ]
    );
    assert!(
        requests
            .iter()
            .all(|r| r.method() == Method::DELETE && r.body().is_empty())
    );
    assert_eq!(transport.unused(), 0);
}

#[test]
fn an_answer_that_never_comes_is_a_timeout_at_once() {
    let transport = MemoryTransport::new();
    transport.stall();
    transport.stall();
    let hour = Duration::from_secs(3600);
    let builder = wasend("https://example.com")
        .transport(transport)
        .timeout(hour);

    let client = builder.clone().build().unwrap();
    let Err(Error::Timeout(error)) = run(client.delete_group_picture("s", "g")) else {
        panic!("no timeout");
    };
    assert_eq!((error.phase(), error.after()), (TimeoutPhase::Total, hour));
    assert!(error.partial().is_none());

    let client = builder.attempt_timeout(hour / 2).build().unwrap();
    let Err(Error::Timeout(error)) = run(client.delete_group_picture("s", "g")) else {
        panic!("no timeout");
    };
    assert_eq!(
        (error.phase(), error.after()),
        (TimeoutPhase::Attempt, hour / 2)
    );
}

#[test]
fn it_fails_as_told_and_where_it_was_told_nothing() {
    let transport = MemoryTransport::new();
    transport.fail(TransportError::connect("no route"));
    let client = wasend("https://example.com")
        .transport(transport)
        .build()
        .unwrap();
    let error = run(client.delete_group_picture("s", "g")).unwrap_err();
    assert!(
        matches!(&error, Error::Transport(error) if error.was_not_sent()),
        "{error:?}"
    );
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "no route"
    );

    let error = run(client.delete_group_picture("s", "g")).unwrap_err();
    assert!(
        matches!(error, Error::Build(BuildError::Refused { .. })),
        "{error:?}"
    );
}
