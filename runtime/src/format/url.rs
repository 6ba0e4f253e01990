//! URLs, as browsers read them (WHATWG URL).

use url::Url;

use super::{Text, text::text_type};
use crate::schema::Blank;

text_type!(Url);

impl Blank for Url {
    #[allow(
        clippy::expect_used,
        reason = "this text is a URL, and a test reads it"
    )]
    fn blank() -> Self {
        Self::parse("about:blank").expect("a URL")
    }
}

impl Text for Url {
    const WHAT: &'static str = "an absolute URL";

    fn from_text(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(self.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::text::again, *};

    #[test]
    fn it_is_written_as_browsers_do() {
        assert_eq!(Url::blank().as_str(), "about:blank");
        for (text, written) in [
            ("https://example.com/a?b#c", "https://example.com/a?b#c"),
            ("HTTPS://EXAMPLE.com:443", "https://example.com/"),
            ("mailto:a@example.com", "mailto:a@example.com"),
        ] {
            assert_eq!(again::<Url>(text).as_deref(), Ok(written));
        }
        for text in ["", "/a/b", "example.com", "https://"] {
            assert!(again::<Url>(text).is_err(), "{text}");
        }
    }
}
