//! Names that are not those of the document.

use crate::diagnostic::Place;

/// A name that differs by more than case from what the document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChangedName {
    /// What is named.
    pub kind: NameKind,
    /// The document's name; `None` where the document gives it none.
    pub document: Option<String>,
    /// The Rust path, from the client's module on.
    pub rust: String,
    /// Why it is another.
    pub why: Why,
    /// Where the document's name stands, or what is named.
    pub place: Place,
}

/// What a name is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// An operation's struct.
    Operation,
    /// An operation's errors.
    Error,
    /// What an operation gives, where it is several things.
    Output,
    /// A method of the client, of its builder or of a call, or one that gives a default.
    Method,
    /// A type of bodies or parameters.
    Type,
    /// A field: a parameter, or a member of an object.
    Field,
    /// A value of an enum.
    Variant,
    /// A header of answers.
    Header,
    /// A function that reads what the API sends.
    Function,
}

impl NameKind {
    /// The word a reader sees.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Error => "error",
            Self::Output => "output",
            Self::Method => "method",
            Self::Type => "type",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Header => "header",
            Self::Function => "function",
        }
    }
}

/// Why a name is another than the document's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// It would be the name of something else there, too.
    Taken,
    /// Rust keeps the word for itself.
    Keyword,
    /// It starts with a digit.
    DigitFirst,
    /// It has characters that no name can have.
    Symbols,
    /// It is longer than anyone reads.
    TooLong,
}

impl Why {
    /// The word a reader sees.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Keyword => "keyword",
            Self::DigitFirst => "digit-first",
            Self::Symbols => "symbols",
            Self::TooLong => "too-long",
        }
    }
}
