//! Servers that stop in the middle.

use std::time::Duration;

use generated::nexvio::ClientBuilder;
use outspoken::{Error, TimeoutPhase};
use outspoken_tests::server::Script;

use super::{Failed, SHORT, arrived, failed};
use crate::support::partial;

/// Long enough for what is to arrive before the limit, on a busy machine too.
const ENOUGH: Duration = Duration::from_secs(1);

const HEAD: &str = "HTTP/1.1 404 Not Found\r\nx-a: b\r\ntransfer-encoding: chunked\r\n\r\n";

type Limit = fn(ClientBuilder, Duration) -> ClientBuilder;

/// Both limits, alone and the shorter of two.
const LIMITS: [(Limit, TimeoutPhase); 3] = [
    (ClientBuilder::timeout, TimeoutPhase::Total),
    (ClientBuilder::attempt_timeout, TimeoutPhase::Attempt),
    (
        |client, limit| client.timeout(limit).attempt_timeout(limit * 50),
        TimeoutPhase::Total,
    ),
];

/// Waits for all of these at once, each under each limit.
fn stalled(scripts: &[Script], after: Duration, check: impl Fn(usize, &Failed) + Sync) {
    std::thread::scope(|scope| {
        for (set, phase) in LIMITS {
            for (index, script) in scripts.iter().enumerate() {
                let check = &check;
                scope.spawn(move || {
                    let error = failed(script.clone(), |client| set(client, after));
                    let Error::Timeout(timeout) = &error else {
                        panic!("{error:?}")
                    };
                    assert_eq!((timeout.phase(), timeout.after()), (phase, after));
                    check(index, &error);
                });
            }
        }
    });
}

#[test]
fn before_and_within_the_head() {
    let scripts = [
        Script::default().stall(),
        Script::never_read(),
        Script::answer("HTTP/1.1 200 OK\r\nx-a").stall(),
        Script::answer("HTTP/1.1 100 Continue\r\n\r\n").stall(),
    ];
    stalled(&scripts, SHORT, |_, error| {
        assert!(partial(error).is_none());
        assert_eq!(error.to_string(), "no complete answer within 200ms");
    });
}

#[test]
fn after_the_head_and_within_the_body() {
    let rests = [
        ("", ""),
        ("8\r\n{\"status\r\n", "{\"status"),
        ("8\r\n{\"sta", "{\"sta"),
    ];
    let scripts = rests.map(|(rest, _)| Script::answer(HEAD).send(rest).stall());
    stalled(&scripts, ENOUGH, |index, error| {
        let body = rests[index].1;
        assert_eq!(arrived(error).status(), 404);
        assert_eq!(arrived(error).headers()["x-a"], "b");
        assert_eq!(arrived(error).body(), body);
        let came = format!("(status 404 and {} bytes had arrived)", body.len());
        assert_eq!(
            error.to_string(),
            format!("no complete answer within 1s {came}")
        );
    });
}

#[test]
fn a_trickle_does_not_reset_the_limit() {
    let mut script = Script::answer(HEAD);
    for _ in 0..500 {
        script = script.send("1\r\nx\r\n").pause(Duration::from_millis(20));
    }
    let error = failed(script, |client| client.timeout(ENOUGH));
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    let body = arrived(&error).body();
    assert!(!body.is_empty() && body.iter().all(|byte| *byte == b'x'));
}

#[test]
fn a_slow_answer_within_the_limit_is_an_answer() {
    let pause = Duration::from_millis(20);
    let script = Script::default()
        .pause(pause)
        .send("HTTP/1.1 40")
        .pause(pause)
        .send("4 X\r\ncontent-length: 2\r")
        .pause(pause)
        .send("\n\r\n{")
        .pause(pause)
        .send("}");
    let error = failed(script, |client| client);
    assert_eq!(error.api().unwrap().body(), "{}");
}
