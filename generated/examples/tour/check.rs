//! Whether a request is the one that the endpoint documents.

use hyper::{
    HeaderMap,
    body::Body,
    header::{AUTHORIZATION, CONTENT_TYPE},
};

use crate::scenario::Endpoint;

/// What is wrong with a request. Credentials are not repeated, not even those of the tour.
pub(crate) fn check(
    endpoint: &Endpoint,
    line: &str,
    headers: &HeaderMap,
    body: &impl Body,
) -> Result<(), String> {
    if line != endpoint.request {
        return Err(format!("asked for {line} instead of {}", endpoint.request));
    }
    match headers.get(AUTHORIZATION) {
        None => return Err("asked without an Authorization header".to_owned()),
        Some(header) if header != endpoint.authorization => {
            return Err("asked with other credentials than the client was given".to_owned());
        }
        Some(_) => {}
    }
    match (headers.contains_key(CONTENT_TYPE), body.is_end_stream()) {
        (false, true) => Ok(()),
        _ => Err("asked with a body, where none is documented".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::Full;
    use hyper::{body::Bytes, header::HeaderValue};

    use super::*;

    static ENDPOINT: Endpoint = Endpoint {
        method: "",
        request: "DELETE /a?b=1",
        authorization: "Bearer k",
        scenarios: &[],
    };

    fn checked(line: &str, authorization: Option<&'static str>) -> Result<(), String> {
        let mut headers = HeaderMap::new();
        if let Some(value) = authorization {
            headers.insert(AUTHORIZATION, HeaderValue::from_static(value));
        }
        check(&ENDPOINT, line, &headers, &Full::<Bytes>::default())
    }

    #[test]
    fn a_wrong_request_is_named() {
        assert_eq!(checked("DELETE /a?b=1", Some("Bearer k")), Ok(()));
        let wrong = checked("DELETE /a", Some("Bearer k")).unwrap_err();
        assert_eq!(wrong, "asked for DELETE /a instead of DELETE /a?b=1");
        assert!(checked("DELETE /a?b=1", None).is_err());
        let wrong = checked("DELETE /a?b=1", Some("Bearer other")).unwrap_err();
        assert!(!wrong.contains("other k") && !wrong.contains("Bearer"));
    }
}
