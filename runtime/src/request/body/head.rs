//! Heads of parts: names and values of the caller's cannot end a line of one.

use std::fmt::Write;

use http::{HeaderName, HeaderValue};

use crate::BuildError;

/// The lines before the content of a part.
pub(super) struct Head(String);

impl Head {
    pub(super) fn new(name: &str, file_name: Option<&str>) -> Self {
        // As in HTML: line breaks in names are all of one kind.
        let name = name
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\n', "\r\n");
        let mut head = format!("Content-Disposition: form-data; name=\"{}\"", quoted(&name));
        if let Some(file_name) = file_name {
            head.push_str("; filename=\"");
            head.push_str(&quoted(file_name));
            head.push('"');
        }
        head.push_str("\r\n");
        Self(head)
    }

    pub(super) fn content_type(
        &mut self,
        part: &str,
        name: Option<&str>,
    ) -> Result<(), BuildError> {
        match name {
            Some(name) if !name.contains('/') => {
                Err(BuildError::part(part, "has a content type that is none"))
            }
            name => self.headers(part, name.map(|name| ("Content-Type", name)).into_iter()),
        }
    }

    pub(super) fn headers<'h>(
        &mut self,
        part: &str,
        headers: impl Iterator<Item = (&'h str, &'h str)>,
    ) -> Result<(), BuildError> {
        for (name, value) in headers {
            let is_header = HeaderName::from_bytes(name.as_bytes()).is_ok()
                && HeaderValue::from_str(value).is_ok();
            if !is_header {
                return Err(BuildError::part(part, "has a header that cannot be sent"));
            }
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{name}: {value}\r\n");
        }
        Ok(())
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// What may stand between quotes: browsers escape just these.
fn quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
