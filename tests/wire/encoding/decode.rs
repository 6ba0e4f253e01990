//! Decoders written from RFC 3986 and the URL standard's `application/x-www-form-urlencoded`.

/// The bytes that percent-encoded text stands for (RFC 3986 §2.1). A `%` that begins no escape
/// stands for itself.
pub(crate) fn percent_decoded(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at + 1..at + 3).and_then(|digits| {
            let high = char::from(digits[0]).to_digit(16)?;
            let low = char::from(digits[1]).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        });
        match (bytes[at], escape) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 3;
            }
            (byte, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}

/// The decoded segments of an absolute path.
pub(super) fn segments(path: &str) -> Vec<Vec<u8>> {
    let rest = path.strip_prefix('/').expect("an absolute path");
    assert!(!rest.contains(['?', '#']), "{path}");
    rest.split('/').map(percent_decoded).collect()
}

/// The decoded pairs of a query.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| {
        let bytes = percent_decoded(&text.replace('+', " "));
        // An escape that is kept may stand for half of a character.
        String::from_utf8_lossy(&bytes).into_owned()
    };
    query
        .split('&')
        .map(|pair| {
            let (name, value) = pair.split_once('=').expect("a pair");
            (decoded(name), decoded(value))
        })
        .collect()
}

#[test]
fn decoding() {
    assert_eq!(percent_decoded("a%2Fb%"), b"a/b%");
    assert_eq!(segments("/a%2Fb//c"), [b"a/b".as_slice(), b"", b"c"]);
    assert_eq!(
        pairs("a+b=%2B&c=&d=%e2"),
        [
            ("a b".into(), "+".into()),
            ("c".into(), String::new()),
            ("d".into(), "\u{fffd}".into())
        ]
    );
}
