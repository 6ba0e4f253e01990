//! One thing to say.

use super::{Code, Place};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// A client is possible; something in it may not be what the author meant.
    Warning,
}

impl Severity {
    /// The word a reader sees.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One fault, with its place and what to do about it.
///
/// Kept below 128 bytes, so that a `Result` with it costs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub message: Box<str>,
    /// Where it is wrong.
    pub place: Place,
    /// A few words set beside the marked text.
    pub label: Option<Box<str>>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Place, String)>,
    /// What to write instead.
    pub help: Option<Box<str>>,
}

impl Diagnostic {
    /// A diagnostic as bad as its code usually is.
    pub fn new(code: Code, place: Place, message: impl Into<Box<str>>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            place,
            label: None,
            related: Vec::new(),
            help: None,
        }
    }

    /// An error, whatever the code usually is.
    pub fn error(code: Code, place: Place, message: impl Into<Box<str>>) -> Self {
        Self {
            severity: Severity::Error,
            ..Self::new(code, place, message)
        }
    }

    /// A warning, whatever the code usually is.
    pub fn warning(code: Code, place: Place, message: impl Into<Box<str>>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::new(code, place, message)
        }
    }

    /// Sets a few words beside the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<Box<str>>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Points to another place that belongs to it.
    #[must_use]
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<Box<str>>) -> Self {
        self.help = Some(help.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_small_enough_to_return() {
        assert!(size_of::<Diagnostic>() < 128);
    }
}
