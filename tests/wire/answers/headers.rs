//! Headers that are documented, of successes and of errors.

use super::{JSON, answer, client};
use crate::{
    clients::answers::headers::{E_TAG, RATE_LIMIT_REMAINING, X_VERSIONS},
    support::run,
};

#[test]
fn headers_have_types() {
    let mut found = answer(200, JSON, r#"{"name": "a"}"#);
    let headers = found.headers_mut();
    headers.insert("etag", "\"1\"".parse().unwrap());
    headers.append("x-versions", "1, 2".parse().unwrap());
    headers.append("x-versions", "3".parse().unwrap());
    let mut refused = answer(429, JSON, r#"{"why": "so"}"#);
    let left = "0".parse().unwrap();
    refused.headers_mut().insert("ratelimit-remaining", left);
    let mut odd = answer(429, JSON, "");
    let many = "many".parse().unwrap();
    odd.headers_mut().insert("ratelimit-remaining", many);
    let (client, _) = client([found, refused, odd]);

    let response = run(client.get_document("a")).unwrap();
    assert_eq!(response.header(E_TAG).unwrap().unwrap(), "\"1\"");
    assert_eq!(response.header(X_VERSIONS), Ok(Some(vec![1, 2, 3])));
    assert_eq!(response.header(RATE_LIMIT_REMAINING), Ok(None));

    let error = run(client.get_document("a")).unwrap_err();
    let error = error.api().unwrap();
    assert_eq!(error.header(RATE_LIMIT_REMAINING), Ok(Some(0)));

    let error = run(client.get_document("a")).unwrap_err();
    let fault = error
        .api()
        .unwrap()
        .header(RATE_LIMIT_REMAINING)
        .unwrap_err();
    assert_eq!(
        fault.to_string(),
        "the header `RateLimit-Remaining` is not what is documented: it is not a whole number in range"
    );
    // By hand, where there is an answer of another kind.
    let headers = error.headers().unwrap();
    assert!(RATE_LIMIT_REMAINING.read(headers).is_err());
}
