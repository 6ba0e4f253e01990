//! Redirects are answers: nobody follows them.

use outspoken::Error;
use outspoken_tests::server::{Script, Server, answer};

use crate::support::{capillary, nexvio, run, wasend};

const OK: &str =
    r#"{"success": true, "status": "success", "data": {"deleted": true, "chatbot_id": "c"}}"#;

#[test]
fn the_second_request_never_comes() {
    let elsewhere = Server::answering(answer(200, &[], OK));
    for status in [300, 301, 302, 303, 304, 307, 308, 399] {
        for location in [
            elsewhere.url(),
            "/again".to_owned(),
            "//evil.example/".to_owned(),
        ] {
            let header = format!("location: {location}");
            let first = Script::answer(answer(status, &[&header], "moved"));
            let server = Server::start([first, Script::answer(answer(200, &[], OK))]);
            let client = wasend(&server.url()).build().unwrap();
            let error = run(client.delete_group_picture("s", "g")).unwrap_err();
            let Error::Api(error) = error else {
                panic!("{status}: {error:?}")
            };
            assert_eq!(error.variant(), "Unrecognized");
            assert_eq!(error.status(), status);
            assert_eq!(error.headers()["location"], location.as_str());
            // A 304 has no body (RFC 9110 §15.4.5).
            assert_eq!(error.body(), if status == 304 { "" } else { "moved" });
            assert_eq!(server.requests().len(), 1);
        }
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[test]
fn a_redirect_whose_body_says_success_is_no_success() {
    let success =
        r#"{"data": [{"code": 200, "message": "Success", "status": "true"}], "errors": []}"#;
    let server = Server::answering(answer(302, &["location: /x"], success));
    let client = capillary(&server.url()).build().unwrap();
    let error = run(client.delete_customer_image(1, [0])).unwrap_err();
    assert!(error.kind().unwrap().is_unrecognized(), "{error:?}");

    let server = Server::answering(answer(301, &["location: /x"], OK));
    let client = nexvio(&server.url()).build().unwrap();
    let error = run(client.delete_chatbot_profile_picture("c")).unwrap_err();
    assert!(error.kind().unwrap().is_unrecognized(), "{error:?}");
}
