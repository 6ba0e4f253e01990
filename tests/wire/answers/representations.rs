//! Representations: what is asked for, and what is taken for it.

use outspoken::{Error, http::header::ACCEPT};

use super::{JSON, answer, answered, client};
use crate::{clients::answers::errors::GetDocumentError, support::run};

/// What the only request asked for.
fn accept(transport: &outspoken::MemoryTransport) -> String {
    let requests = transport.requests();
    assert_eq!(requests.len(), 1);
    requests[0].headers()[ACCEPT].to_str().unwrap().to_owned()
}

#[test]
fn json_is_read_whatever_it_is_called() {
    for content_type in [
        JSON,
        "Application/JSON; charset=utf-8",
        "text/plain",
        "text/csv",
        "text/html",
        "json",
        "",
    ] {
        let (client, transport) = client([answer(200, content_type, r#"{"rows": 2}"#)]);
        let report = run(client.get_report()).unwrap();
        assert_eq!(report.rows, 2, "{content_type}");
        assert_eq!(accept(&transport), JSON);
    }
    let error = run(answered(200, "text/csv", "rows\n2\n").get_report()).unwrap_err();
    assert!(
        error.to_string().contains("it is not JSON but text/csv"),
        "{error}"
    );
    assert_eq!(error.body().unwrap(), "rows\n2\n");
}

#[test]
fn a_call_asks_for_another_representation() {
    let csv = "rows\n2\n";
    for content_type in ["text/csv", "Text/CSV; header=present", "", "odd"] {
        let (client, transport) = client([answer(200, content_type, csv)]);
        let report = run(client.get_report().since("1999").accept_csv()).unwrap();
        assert_eq!(*report, csv);
        assert_eq!(accept(&transport), "text/csv, application/json;q=0.9");
        assert_eq!(transport.requests()[0].uri().query(), Some("since=1999"));
    }
    // What is documented, and is something else, is not taken for what was asked for.
    for other in [
        JSON,
        "text/event-stream",
        "text/html",
        "application/vnd.wide+json",
    ] {
        let client = answered(200, other, r#"{"rows": 2}"#);
        let error = run(client.get_report().accept_csv()).unwrap_err();
        let Error::Decode(error) = error else {
            panic!("{other}: {error:?}");
        };
        assert_eq!(
            error.reason(),
            format!("it is {other}, which was not asked for")
        );
        assert_eq!(error.body(), r#"{"rows": 2}"#);
    }
}

#[test]
fn of_several_kinds_of_json_each_has_its_type() {
    // Some APIs answer as `application/json` whatever vendor's type was asked for.
    for content_type in ["application/vnd.wide+json", JSON, ""] {
        let (client, transport) = client([answer(200, content_type, r#"{"columns": 3}"#)]);
        let wide = run(client.get_report().accept_vnd_wide_json()).unwrap();
        assert_eq!(wide.columns, 3);
        assert_eq!(
            accept(&transport),
            "application/vnd.wide+json, application/json;q=0.9"
        );
    }
    let client = answered(200, "application/vnd.wide+json", r#"{"rows": 2}"#);
    assert!(matches!(run(client.get_report()), Err(Error::Decode(_))));
}

#[test]
fn errors_are_the_same_in_every_representation() {
    let no = r#"{"why": "so"}"#;
    let error = run(answered(400, JSON, no).get_report().accept_csv()).unwrap_err();
    assert!(error.kind().unwrap().is_bad_request());
    // A condition looks into a body in which it can be met.
    let client = answered(200, JSON, r#"{"rows": 0}"#);
    let error = run(client.get_report().accept_csv()).unwrap_err();
    assert!(error.kind().unwrap().is_empty());
    let client = answered(200, JSON, r#"{"rows": 0}"#);
    let error = run(client.get_report().accept_event_stream()).unwrap_err();
    assert!(error.kind().unwrap().is_empty());
}

#[test]
fn a_string_is_json_unless_it_says_that_it_is_text() {
    for (content_type, body, expected) in [
        (JSON, r#""a""#, "a"),
        ("", r#""a""#, "a"),
        ("text/plain", r#""a""#, r#""a""#),
        ("Text/Plain; charset=ISO-8859-1", "a", "a"),
    ] {
        let (client, transport) = client([answer(200, content_type, body)]);
        assert_eq!(*run(client.get_name()).unwrap(), expected, "{content_type}");
        assert_eq!(accept(&transport), "application/json, text/plain");
    }
}

#[test]
fn whatever_is_described_as_text_is_text_or_json() {
    for (content_type, body) in [("text/html", "a"), (JSON, r#""a""#)] {
        let (client, transport) = client([answer(200, content_type, body)]);
        assert_eq!(*run(client.get_anything()).unwrap(), "a");
        assert_eq!(accept(&transport), "application/json, */*;q=0.9");
    }
}

#[test]
fn text_and_xml() {
    let (client, transport) = client([answer(200, "text/plain", "caf\u{e9}")]);
    assert_eq!(*run(client.get_motto()).unwrap(), "caf\u{e9}");
    assert_eq!(accept(&transport), "text/plain");
    let response = run(answered(200, "application/atom+xml", "<feed/>").get_feed()).unwrap();
    assert_eq!(*response, "<feed/>");
    let client = answered(200, "text/plain; charset=koi8-r", "a");
    let error = run(client.get_motto()).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("its charset `koi8-r` cannot be read"),
        "{error}"
    );
}

#[test]
fn errors_in_text_and_in_several_notations_keep_what_came() {
    let error = run(answered(404, "text/plain", "None here.").get_document("a")).unwrap_err();
    let Some(GetDocumentError::NotFound(body)) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(body.text(), "None here.");

    let problem = r#"{"why": "so"}"#;
    let client = answered(429, "application/problem+json", problem);
    let error = run(client.get_document("a")).unwrap_err();
    let Some(GetDocumentError::TooManyRequests(body)) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(body.get().unwrap().why, "so");

    let error = run(answered(429, "application/xml", "<why/>").get_document("a")).unwrap_err();
    let Some(GetDocumentError::TooManyRequests(body)) = error.kind() else {
        panic!("{error:?}");
    };
    assert!(body.get().is_err());
    assert_eq!(body.body(), "<why/>");
}
