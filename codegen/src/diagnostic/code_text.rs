//! Codes as text: what they mean, and how they are typed.

use std::fmt;
use std::str::FromStr;

use super::Code;

impl Code {
    /// Whether nothing behind the fault, or nothing else of its file, has been looked at.
    #[must_use]
    pub fn ends_reading(self) -> bool {
        let ends = [
            Self::InvalidSyntax,
            Self::NotUtf8,
            Self::DuplicateKey,
            Self::LimitExceeded,
        ];
        ends.contains(&self)
    }

    /// What the code means, with an example and how to mend it, as Markdown.
    #[must_use]
    pub fn explanation(self) -> String {
        // Doc comments carry the space that follows the slashes.
        let lines = self.doc_comment().lines();
        lines
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What someone typed is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there is no such code")
    }
}

impl std::error::Error for UnknownCode {}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().find(|code| code.as_str() == text);
        found.copied().ok_or(UnknownCode)
    }
}
