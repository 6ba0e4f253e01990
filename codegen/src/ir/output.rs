//! What operations give.

use super::{Reading, Status, Type};

/// What an operation gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Output {
    /// One type, under whatever status.
    Type(Type),
    /// An enum of this module, by its name.
    Enum(String),
}

/// The enum of what an operation gives.
#[derive(Debug, Clone)]
pub(crate) struct OutputEnum {
    /// Its name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Its variants.
    pub variants: Vec<OutputVariant>,
}

/// One of the things that an operation gives.
#[derive(Debug, Clone)]
pub(crate) struct OutputVariant {
    /// Its name.
    pub name: String,
    /// The method that asks for it.
    pub is: String,
    /// The method that takes out what it holds.
    pub into: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// What it holds, if anything.
    pub held: Option<Type>,
}

/// How what an operation gives is asked for and read.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// What it gives.
    pub output: Output,
    /// The documented responses.
    pub documented: Vec<(Status, Reading)>,
    /// The `Accept` header; empty where nothing is asked for.
    pub accept: String,
    /// The media types that it gives, where there are others that it does not give.
    pub asked: Vec<String>,
    /// The documented media types of a success that it does not give.
    pub unasked: Vec<String>,
    /// Whether the body of a success is handed on as it arrives.
    pub streamed: bool,
    /// What errors come in, where some are problem details (RFC 9457) and others are not.
    pub error_types: Vec<(Status, String)>,
}

/// Another representation, which a call can ask for.
#[derive(Debug, Clone)]
pub(crate) struct Representation {
    /// Its media type, as the document writes it.
    pub media_type: String,
    /// The name of the struct: the operation with this representation.
    pub name: String,
    /// The method of the call.
    pub method: String,
    /// The struct's documentation, line by line.
    pub docs: Vec<String>,
    /// The method's documentation, line by line.
    pub asking: Vec<String>,
    /// How it is asked for and read.
    pub answer: Answer,
}

/// A header of answers.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    /// The name of its constant.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its name on the wire.
    pub wire: String,
    /// The type of its value.
    pub ty: Type,
}
