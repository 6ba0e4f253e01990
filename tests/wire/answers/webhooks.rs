//! What an API sends by itself.

use outspoken::http::HeaderMap;

use crate::clients::answers::{
    headers::X_SIGNATURE,
    webhooks::{convert_on_converted_post, convert_on_converted_put},
};

#[test]
fn payloads_have_types() {
    let job = convert_on_converted_post(r#"{"job": 7}"#).unwrap();
    assert_eq!(job.job, 7);
    assert_eq!(convert_on_converted_put("done").unwrap(), "done");

    let mut headers = HeaderMap::new();
    headers.insert("x-signature", "abc".parse().unwrap());
    assert_eq!(X_SIGNATURE.read(&headers).unwrap().unwrap(), "abc");
}

#[test]
fn what_does_not_fit_says_why_and_is_kept() {
    let secret = "{\"job\": \"s3cr3t\"}";
    let error = convert_on_converted_post(secret).unwrap_err();
    assert_eq!(error.path(), "/job");
    assert_eq!(error.body(), secret);
    assert!(
        error
            .to_string()
            .starts_with("the body of the request is not what is documented: "),
        "{error}"
    );
    assert!(!format!("{error:?}").contains("headers"));
    for hostile in [&b""[..], b"{", b"\xff", b"[[[[[[[["] {
        assert!(convert_on_converted_post(hostile).is_err());
    }
    assert!(convert_on_converted_put(&b"\xff"[..]).is_err());
}
