//! Pointers into answers.

use std::ops::Deref;

use crate::diagnostic::Origin;

/// A JSON Pointer into an answer (RFC 6901), as the document writes it. It reads like its text.
///
/// Two are equal where they lead to the same value, wherever they are written.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// The pointer. One that begins with `./` starts at the element that matched.
    pub text: String,
    /// Where it is written.
    pub at: Origin,
}

impl PartialEq for Mention {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Deref for Mention {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
impl From<&str> for Mention {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            at: Origin::root(&"".into()),
        }
    }
}
