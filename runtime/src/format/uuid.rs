//! UUIDs (RFC 9562).

use uuid::Uuid;

use super::{Text, text::text_type};
use crate::schema::Blank;

text_type!(Uuid);

impl Blank for Uuid {
    fn blank() -> Self {
        Self::nil()
    }
}

impl Text for Uuid {
    const WHAT: &'static str = "a UUID (RFC 9562)";

    /// Digits may be in upper case; hyphens may be missing, and braces or `urn:uuid:` stand around.
    fn from_text(text: &str) -> Option<Self> {
        Self::try_parse(text).ok()
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(self.hyphenated().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::text::again, *};

    #[test]
    fn it_is_written_in_one_form() {
        let canonical = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
        for text in [
            canonical,
            "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
            "f81d4fae7dec11d0a76500a0c91e6bf6",
            "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
            "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        ] {
            assert_eq!(again::<Uuid>(text).as_deref(), Ok(canonical));
        }
        let said = again::<Uuid>("chatbot_456def").unwrap_err();
        assert_eq!(said, "\"chatbot_456def\" is not a UUID (RFC 9562)");
    }
}
