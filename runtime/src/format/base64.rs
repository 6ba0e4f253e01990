//! Bytes as base64 (`format: byte`; RFC 4648 §4).

use std::{fmt, ops::Deref, str::FromStr};

use base64::{
    Engine,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use bytes::Bytes;

use super::{Text, text::text_type};
use crate::schema::Blank;

/// Writes with padding, and reads without, too.
const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Bytes that are base64 in bodies and parameters (`format: byte`; RFC 4648 §4).
///
/// Written in the standard alphabet, with padding. Read in either alphabet (RFC 4648 §5 has the
/// other), with or without padding, and with white space between, as in lines of a mail.
///
/// ```
/// use outspoken::Base64;
///
/// let bytes = Base64::from("hello?>".as_bytes());
/// assert_eq!(bytes.to_string(), "aGVsbG8/Pg==");
/// assert_eq!("aGVsbG8_Pg".parse::<Base64>()?, bytes);
/// assert_eq!(&bytes[..5], b"hello");
/// # Ok::<(), outspoken::NotBase64>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(Bytes);

/// A text that is not base64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBase64;

text_type!(Base64);

impl Base64 {
    /// The bytes, which are encoded when they are sent.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self(bytes.into())
    }

    /// The bytes themselves.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl Blank for Base64 {
    fn blank() -> Self {
        Self::default()
    }
}

impl Text for Base64 {
    const WHAT: &'static str = "base64 (RFC 4648)";

    fn from_text(text: &str) -> Option<Self> {
        let letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
        let letters = letters.map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            byte => byte,
        });
        let letters: Vec<_> = letters.collect();
        ENGINE.decode(letters).ok().map(Self::new)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(self.to_string())
    }
}

impl FromStr for Base64 {
    type Err = NotBase64;

    fn from_str(text: &str) -> Result<Self, NotBase64> {
        Self::from_text(text).ok_or(NotBase64)
    }
}

impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        base64::display::Base64Display::new(&self.0, &ENGINE).fmt(f)
    }
}

impl fmt::Debug for Base64 {
    // The length only, as of a body: it may be long, and may hold what must not show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({} bytes)", self.0.len())
    }
}

impl Deref for Base64 {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Base64 {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Bytes> for Base64 {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

impl From<Base64> for Bytes {
    fn from(bytes: Base64) -> Self {
        bytes.0
    }
}

impl fmt::Display for NotBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not base64 (RFC 4648)")
    }
}

impl std::error::Error for NotBase64 {}

#[cfg(test)]
mod tests {
    use super::{super::text::again, *};

    #[test]
    fn both_alphabets_with_and_without_padding() {
        for text in [
            "+/+/YQ==",
            "-_-_YQ==",
            "+/+/YQ",
            "-_-_YQ",
            " -_-_\r\n YQ\t",
            "+_-/YQ=",
        ] {
            assert_eq!(again::<Base64>(text).as_deref(), Ok("+/+/YQ=="), "{text:?}");
        }
        assert_eq!(again::<Base64>("").as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_base64() {
        for text in [
            "a", "YR==", "YQ===", "Y=Q=", "YQ==YQ==", "é", "YQ.", "Y\u{a0}Q",
        ] {
            assert!(again::<Base64>(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn it_is_bytes_and_does_not_show_them() {
        let secret = Base64::from(vec![1, 2, 3]);
        assert_eq!(format!("{secret:?}"), "Base64(3 bytes)");
        assert_eq!(
            (&*secret, secret.as_ref()),
            (&[1, 2, 3][..], &[1, 2, 3][..])
        );
        assert_eq!(Bytes::from(secret.clone()), secret.into_bytes());
        assert_eq!("?".parse::<Base64>(), Err(NotBase64));
    }
}
