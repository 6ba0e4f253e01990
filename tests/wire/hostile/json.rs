//! Bodies that arrive whole and are meant to be hard to read.

use outspoken::Error;
use outspoken_tests::server::{Script, answer};

use super::failed_by;

const FIVE_MB: usize = 5_000_000;

#[test]
fn what_is_no_json_is_kept() {
    for body in [
        "",
        " ",
        "{",
        "nul",
        "{\"status\": \"success\",}",
        "'a'",
        "\u{0}",
        "NaN",
        "{} {}",
        "\"\\ud800\"",
    ] {
        let error = failed_by(Script::answer(answer(200, &[], body)));
        assert!(
            matches!(&error, Error::Decode(error) if error.body() == body),
            "{body:?}: {error:?}"
        );
        let error = failed_by(Script::answer(answer(500, &[], body)));
        assert!(error.kind().unwrap().is_unrecognized());
        assert_eq!(error.api().unwrap().body(), body);
    }
}

#[test]
fn a_hundred_thousand_brackets() {
    let open = "[".repeat(100_000);
    let bodies = [
        open.clone(),
        format!("{open}{}", "]".repeat(100_000)),
        "{\"a\":".repeat(100_000),
        format!("{{\"status\": \"success\", \"data\": {open}"),
        format!(
            "{{\"status\": \"success\", \"data\": {{\"deleted\": true, \"chatbot_id\": \"c\"}}, \"x\": {open}{}}}",
            "]".repeat(100_000)
        ),
        format!(
            "{{\"status\": \"error\", \"error\": {{\"code\": \"unauthorized\", \"message\": \"m\", \"details\": {open}"
        ),
    ];
    for body in bodies {
        for status in [200, 401] {
            let error = failed_by(Script::answer(answer(status, &[], &body)));
            assert_eq!(error.status().unwrap(), status);
            let kept = match &error {
                Error::Decode(error) if status == 200 => error.body(),
                Error::Api(error) if status == 401 => error.body(),
                other => panic!("{other:?}"),
            };
            assert_eq!(kept, &body);
        }
    }
}

#[test]
fn five_megabytes_of_an_error() {
    let long = "A".repeat(FIVE_MB);
    let message = format!(
        r#"{{"status": "error", "error": {{"code": "unauthorized", "message": "{long}"}}}}"#
    );
    let error = failed_by(Script::answer(answer(200, &[], &message)));
    assert!(error.kind().unwrap().is_unauthorized());
    assert_eq!(error.api().unwrap().message().unwrap().len(), FIVE_MB);
    assert!(
        error.to_string().len() < 500,
        "the message is cut to a line"
    );

    let list = format!(r#"{{"error": [{}0]}}"#, "0,".repeat(FIVE_MB / 2));
    let error = failed_by(Script::answer(answer(500, &[], &list)));
    assert!(error.kind().unwrap().is_unrecognized());
    assert_eq!(error.api().unwrap().body().len(), list.len());
}

#[test]
fn keys_that_come_twice_are_read_alike_by_all() {
    // The last one counts, for the conditions and for the type alike (RFC 8259 §4 leaves it open).
    let body =
        r#"{"status": "success", "data": {"deleted": true, "chatbot_id": "c"}, "status": "error"}"#;
    let error = failed_by(Script::answer(answer(200, &[], body)));
    assert!(error.kind().unwrap().is_unrecognized(), "{error:?}");
}

#[test]
fn an_empty_answer_is_no_success() {
    let error = failed_by(Script::answer(answer(200, &[], "")));
    assert!(
        matches!(&error, Error::Decode(error) if error.reason() == "there is no body"),
        "{error:?}"
    );
    for status in [204, 205, 304] {
        let error = failed_by(Script::answer(format!("HTTP/1.1 {status} X\r\n\r\n")));
        assert!(
            matches!(error, Error::Api(_) | Error::Decode(_)),
            "{error:?}"
        );
        assert_eq!(error.status().unwrap(), status);
    }
}
