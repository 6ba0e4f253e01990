//! Errors that documents tell apart without an extension: by a code, by a member of a choice, and under
//! a status of success.

use outspoken::Error;

use crate::{
    clients::recognized::{
        errors::{ArchiveError, DeletePictureError, OrderError},
        operations::{Archive, Choices, DeletePicture, Job, List, Many, Nested, Order, Several},
    },
    support::{decoded, verdict},
};

/// Answers, and the variant that each of them is.
fn all<O: outspoken::Operation>(answers: &[(u16, &'static str, &str)]) {
    for (status, body, wanted) in answers {
        let ended = decoded::<O>(*status, *body);
        assert_eq!(verdict(&ended), *wanted, "{status} {body}");
        if let Err(Error::Api(error)) = ended {
            assert_eq!(error.status().as_u16(), *status);
            assert_eq!(error.body(), body.as_bytes());
        }
    }
}

#[test]
fn an_error_within_a_success_is_the_one_that_its_code_says() {
    all::<Archive>(&[
        (200, r#"{"ok": true}"#, "Ok 200"),
        (
            200,
            r#"{"ok": false, "error": "channel_not_found"}"#,
            "ChannelNotFound",
        ),
        (
            200,
            r#"{"ok": false, "error": "not-in-channel"}"#,
            "NotInChannel",
        ),
        (
            200,
            r#"{"ok": false, "error": "unrecognized"}"#,
            "UnrecognizedCode",
        ),
        (200, r#"{"ok": false, "error": "new"}"#, "Unrecognized"),
        (200, r#"{"ok": false}"#, "Unrecognized"),
        (
            201,
            r#"{"ok": false, "error": "channel_not_found"}"#,
            "ChannelNotFound",
        ),
        (
            500,
            r#"{"ok": false, "error": "channel_not_found"}"#,
            "ChannelNotFound",
        ),
        (500, "<h1>Sorry</h1>", "Unrecognized"),
        (200, r#"{"ok": "yes"}"#, "Error::Decode"),
        (200, r#"{}"#, "Error::Decode"),
        (200, "<h1>Sorry</h1>", "Error::Decode"),
    ]);
}

#[test]
fn a_code_says_which_error_of_its_status_it_is() {
    all::<Order>(&[
        (400, r#"{"error": {"code": "empty"}}"#, "Empty"),
        // The status has a variant of this name, with another body.
        (
            400,
            r#"{"error": {"code": "not_found"}}"#,
            "BadRequestNotFound",
        ),
        (400, r#"{"error": {"code": "new"}}"#, "BadRequest"),
        (400, r#"{"error": "not_found"}"#, "BadRequest"),
        (400, "", "BadRequest"),
        (404, r#"{"error": {"code": "empty"}}"#, "NotFound"),
        (
            409,
            r#"{"errors": [{"code": 8015}, {"code": 8016}]}"#,
            "Code8015",
        ),
        (409, r#"{"errors": []}"#, "Conflict"),
        (
            422,
            r#"{"type": "https://recognized.example/problems/out-of-credit"}"#,
            "OutOfCredit",
        ),
        (422, r#"{"type": "urn:problem:too-heavy"}"#, "TooHeavy"),
        (422, r#"{"type": "about:blank"}"#, "UnprocessableContent"),
        (503, r#"{"error": {"code": "empty"}}"#, "Unrecognized"),
    ]);
    let Err(Error::Api(error)) =
        decoded::<Order>(422, r#"{"type": "urn:problem:too-heavy", "balance": 1.5}"#)
    else {
        panic!("it is an error");
    };
    match error.kind().downcast_ref::<OrderError>() {
        Some(OrderError::TooHeavy(body)) => assert_eq!(body.get().unwrap().balance, Some(1.5)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_member_of_a_choice_is_an_error_of_its_own() {
    all::<DeletePicture>(&[
        (403, r#"{"kind": "locked", "until": "noon"}"#, "Locked"),
        (403, r#"{"kind": "foreign"}"#, "Foreign"),
        (403, r#"{"kind": "new"}"#, "Forbidden"),
        (404, r#"{"error": {"code": "no_picture"}}"#, "NoPicture"),
        (404, r#"{"error": {"code": "no_owner"}}"#, "NoOwner"),
        (404, r#"{"error": {}}"#, "NotFound"),
    ]);
    let Err(Error::Api(error)) =
        decoded::<DeletePicture>(403, r#"{"kind": "locked", "until": 12}"#)
    else {
        panic!("it is an error");
    };
    // What does not fit its schema is still the error that its code says.
    let kind = error.kind().downcast_ref::<DeletePictureError>();
    let Some(DeletePictureError::Locked(body)) = kind else {
        panic!("{kind:?}");
    };
    assert!(body.get().is_err());
}

#[test]
fn what_is_named_after_a_code_says_so() {
    let Err(Error::Api(error)) =
        decoded::<Archive>(200, r#"{"ok": false, "error": "channel_not_found"}"#)
    else {
        panic!("it is an error");
    };
    assert_eq!(error.code(), Some("channel_not_found"));
    assert_eq!(
        error.to_string(),
        "archive: 200 channel_not_found: Channel not found."
    );
    let kind = error.kind().downcast_ref::<ArchiveError>().unwrap();
    assert!(kind.is_channel_not_found());
}

#[test]
fn a_body_says_how_long_to_wait() {
    let asked = |body: &'static str| match decoded::<Order>(429, body) {
        Err(Error::Api(error)) => error.retry_after().map(|wait| wait.as_millis()),
        other => panic!("{other:?}"),
    };
    assert_eq!(asked(r#"{"retry_after": 1.5}"#), Some(1500));
    assert_eq!(asked(r#"{"error": {"retry_after": "30"}}"#), Some(30_000));
    assert_eq!(asked(r#"{"retry_after": -1}"#), None);
    assert_eq!(asked("later"), None);
}

#[test]
fn of_several_errors_within_a_success_the_code_says_which_it_is() {
    all::<Job>(&[
        (200, r#"{"ok": true}"#, "Ok 200"),
        (200, r#"{"ok": false, "code": "not_here"}"#, "NotHere"),
        (200, r#"{"ok": false, "code": "too_long"}"#, "TooLong"),
        (200, r#"{"ok": false}"#, "Unrecognized"),
        (400, r#"{"ok": false}"#, "BadRequest"),
    ]);
}

#[test]
fn what_tells_nothing_apart_is_no_code() {
    all::<Job>(&[
        // `type` is always the same, so that the member within is the code.
        (
            409,
            r#"{"type": "error", "error": {"type": "busy"}}"#,
            "Busy",
        ),
        (
            409,
            r#"{"type": "error", "error": {"type": "new"}}"#,
            "Conflict",
        ),
        // These numbers are those of statuses.
        (410, r#"{"code": 410}"#, "Gone"),
        (404, r#"{"ok": false, "code": "gone"}"#, "NotFoundGone"),
        (423, r#"{"code": "gone_code"}"#, "GoneCode"),
        (423, r#"{"code": "self"}"#, "Self_"),
        (423, r#"{"code": "self_code"}"#, "SelfCode"),
    ]);
}

#[test]
fn whatever_contradicts_a_success_is_an_error() {
    all::<Many>(&[
        (200, r#"{"code": 0}"#, "Ok 200"),
        (200, r#"{}"#, "Ok 200"),
        (200, r#"{"code": 21}"#, "Code21"),
        // Nobody listed it, and it is no success.
        (200, r#"{"code": 22}"#, "Unrecognized"),
    ]);
    all::<Several>(&[
        (200, r#"{"status": "warning"}"#, "Ok 200"),
        (200, r#"{"status": "new"}"#, "Ok 200"),
        (200, r#"{"status": "error"}"#, "BadRequest"),
    ]);
    all::<Nested>(&[
        (200, r#"{"meta": {"ok": true}}"#, "Ok 200"),
        (200, r#""text""#, "Ok 200"),
        (201, r#"{"meta": {"ok": false}}"#, "BadRequest"),
        (206, r#"{"meta": {"ok": true}}"#, "Ok 206"),
    ]);
    all::<List>(&[
        (200, r#"["a"]"#, "Ok 200"),
        (200, r#"{"ok": false}"#, "BadRequest"),
        (206, r#"{"ok": false}"#, "BadRequest"),
    ]);
}

#[test]
fn a_choice_within_an_error_tells_it() {
    all::<Choices>(&[
        (
            429,
            r#"{"type": "error", "error": {"type": "overloaded_error"}}"#,
            "OverloadedError",
        ),
        (
            400,
            r#"{"type": "error", "error": {"type": "new"}}"#,
            "ClientError",
        ),
        // That it is an error is no code of it.
        (500, r#"{"type": "error"}"#, "Unrecognized"),
    ]);
}
