//! Bodies that are text.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::media_type;
use crate::{DecodeError, schema::without_bom};

/// The body as text, by the `charset` of its content type: UTF-8, which it is unless it says
/// otherwise, or the two that every client can read, US-ASCII and ISO-8859-1.
pub(crate) fn from_text(
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<String, DecodeError> {
    let fault = |reason: &str| DecodeError::new(reason, status, headers.clone(), body.clone());
    let charset = media_type::parameter("charset", headers).unwrap_or("utf-8");
    match charset.to_ascii_lowercase().as_str() {
        // Each byte is the character of that number.
        "iso-8859-1" | "latin1" => Ok(body.iter().map(|byte| char::from(*byte)).collect()),
        "utf-8" | "utf8" | "us-ascii" | "ascii" => {
            let text = std::str::from_utf8(without_bom(body));
            let text = text.map_err(|error| {
                let at = error.valid_up_to();
                fault(&format!("it is not text: byte {at} is not UTF-8"))
            });
            Ok(text?.to_owned())
        }
        other => Err(fault(&format!("its charset `{other}` cannot be read"))),
    }
}

#[cfg(test)]
mod tests {
    use http::header::CONTENT_TYPE;

    use super::*;

    fn read(content_type: &str, body: &'static [u8]) -> Result<String, String> {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, content_type.parse().unwrap())]);
        let read = from_text(StatusCode::OK, &headers, &Bytes::from_static(body));
        read.map_err(|fault| fault.reason().to_owned())
    }

    #[test]
    fn the_charset_says_how_it_is_read() {
        assert_eq!(
            read("text/plain", "caf\u{e9}".as_bytes()).unwrap(),
            "caf\u{e9}"
        );
        assert_eq!(read("text/plain", b"\xef\xbb\xbfa").unwrap(), "a");
        assert_eq!(
            read("text/plain; charset=ISO-8859-1", b"caf\xe9").unwrap(),
            "caf\u{e9}"
        );
        let fault = read("text/plain", b"caf\xe9").unwrap_err();
        assert_eq!(fault, "it is not text: byte 3 is not UTF-8");
        let fault = read("text/plain; charset=Shift_JIS", b"a").unwrap_err();
        assert_eq!(fault, "its charset `shift_jis` cannot be read");
    }
}
