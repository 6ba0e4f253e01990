//! Nothing that failed is ever `Ok`: whatever the body, the client says `Ok` only where the body
//! says success by the vendor's own words, read here by other code than the runtime's.

mod near;

use generated::{
    capillary::operations::DeleteCustomerImage, nexvio::operations::DeleteChatbotProfilePicture,
    wasend::operations::DeleteGroupPicture,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::decoded;
use near::{near, text};

/// Of success, refusal and failure.
fn status() -> impl Strategy<Value = u16> {
    prop_oneof![
        Just(200),
        Just(200),
        Just(201),
        Just(204),
        Just(302),
        Just(404),
        Just(500),
        200..600_u16
    ]
}

/// The body as JSON by the letter of RFC 8259, without the mark that it may begin with.
fn json(body: &[u8]) -> Option<Value> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    serde_json::from_slice(body).ok()
}

/// "Success: `{"status": "success", …}`"
fn nexvio_says_success(body: &Value) -> bool {
    body["status"] == "success"
}

/// "`status` is a string, "true" if successful, else "false"", and no entry in `errors`.
fn capillary_says_success(body: &Value) -> bool {
    let outcomes = body["data"].as_array().filter(|all| !all.is_empty());
    let positive = outcomes.is_some_and(|all| all.iter().all(|one| one["status"] == "true"));
    let errors = &body["errors"];
    positive && (errors.is_null() || errors.as_array().is_some_and(Vec::is_empty))
}

/// "`success` (boolean) says whether the operation was successful"
fn wasend_says_success(body: &Value) -> bool {
    body["success"] == true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nexvio(status in status(), body in text(near(&[
        r#"{"status": "success", "data": {"deleted": true, "chatbot_id": "c"}}"#,
        r#"{"status": "error", "error": {"code": "not_found", "message": "Chatbot not found"}}"#,
    ]))) {
        if decoded::<DeleteChatbotProfilePicture>(status, body.0.clone()).is_ok() {
            prop_assert!((200..300).contains(&status), "{}", status);
            prop_assert!(json(&body.0).is_some_and(|body| nexvio_says_success(&body)));
        }
    }

    #[test]
    fn capillary(status in status(), body in text(near(&[
        r#"{"data": [{"code": 200, "message": "Success", "status": "true"}], "warnings": [], "errors": []}"#,
        r#"{"data": [{"code": 200, "message": "Success", "status": "true"}, {"code": 8015, "message": "m", "status": "false"}]}"#,
        r#"{"errors": [{"status": false, "code": 8015, "message": "Customer not found for the given identifiers"}]}"#,
    ]))) {
        if decoded::<DeleteCustomerImage>(status, body.0.clone()).is_ok() {
            prop_assert!((200..300).contains(&status), "{}", status);
            prop_assert!(json(&body.0).is_some_and(|body| capillary_says_success(&body)));
        }
    }

    #[test]
    fn wasend(status in status(), body in text(near(&[
        r#"{"success": true}"#,
        r#"{"success": false}"#,
    ]))) {
        if decoded::<DeleteGroupPicture>(status, body.0.clone()).is_ok() {
            prop_assert!((200..300).contains(&status), "{}", status);
            prop_assert!(json(&body.0).is_some_and(|body| wasend_says_success(&body)));
        }
    }
}

#[test]
fn what_a_lenient_reader_skips_is_not_skipped() {
    // Each of these is no JSON because of a field that nobody asked for: a reader that skips it
    // must not come to another end than the one that looks for errors.
    let deep = format!("{}{}", "[".repeat(500), "]".repeat(500));
    let odd: [&[u8]; 6] = [
        deep.as_bytes(),
        b"1e999",
        b"\"\\ud800\"",
        b"\"caf\xe9\"",
        b"-",
        b"\"\\x\"",
    ];
    for value in odd {
        let body = [br#"{"success": false, "x": "#.as_slice(), value, b"}"].concat();
        let shown = String::from_utf8_lossy(&body).into_owned();
        assert!(decoded::<DeleteGroupPicture>(200, body).is_err(), "{shown}");
        let body = [
            br#"{"data": [{"code": 1, "message": "m", "status": "false"}], "x": "#.as_slice(),
            value,
            b"}",
        ]
        .concat();
        assert!(
            decoded::<DeleteCustomerImage>(200, body).is_err(),
            "{shown}"
        );
        let body = [
            br#"{"status": "error", "data": {"deleted": false, "chatbot_id": "c"}, "x": "#
                .as_slice(),
            value,
            b"}",
        ]
        .concat();
        assert!(
            decoded::<DeleteChatbotProfilePicture>(200, body).is_err(),
            "{shown}"
        );
    }
}
