//! Operations.

use super::{Answer, Representation, Responses, Server, Type, Writing};

/// An operation: a struct, its implementation, and a method of the client.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// The struct's name.
    pub name: String,
    /// The name of the table of its responses.
    pub table: String,
    /// The client's method.
    pub method: String,
    /// The `operationId`, or what stands for it.
    pub id: String,
    /// The struct's documentation, line by line.
    pub(crate) struct_docs: Vec<String>,
    /// The method's documentation, line by line.
    pub docs: Vec<String>,
    /// What the method's documentation says of what it gives, line by line.
    pub output_docs: Vec<String>,
    /// What the method's documentation says of errors, line by line.
    pub error_docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// The HTTP method.
    pub verb: &'static str,
    /// The path template.
    pub path: String,
    /// Its own server, where it has one.
    pub server: Option<Server>,
    /// Requirements of which one must be met: names of schemes.
    pub security: Vec<Vec<String>>,
    /// What it takes, in the order of the arguments: required ones first.
    pub parameters: Vec<Parameter>,
    /// What it gives, and how.
    pub answer: Answer,
    /// Other representations that a call can ask for.
    pub representations: Vec<Representation>,
    /// The name of its error enum.
    pub error: String,
    /// How errors are told apart.
    pub responses: Responses,
}

/// A parameter: a field of the struct.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    /// The field's name.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Where it goes.
    pub place: Place,
    /// Whether lists become one pair an item, where that is not what its place does anyway.
    pub explode: Option<bool>,
    /// What it must meet.
    pub constraints: Constraints,
    /// Its type, without the `Option` of one that need not be given.
    pub ty: Type,
    /// Whether it must be given.
    pub required: bool,
}

/// Where a parameter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// Into the path.
    Path,
    /// Into the query.
    Query,
    /// Into a header.
    Header,
    /// Into the body.
    Body(Writing),
}

/// What an argument must meet, it or each of its items.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Constraints {
    /// The fewest items.
    pub min_items: Option<u64>,
    /// The most items.
    pub max_items: Option<u64>,
    /// Whether items may not repeat.
    pub unique_items: bool,
    /// The fewest characters.
    pub min_length: Option<u64>,
    /// The most characters.
    pub max_length: Option<u64>,
    /// The least number.
    pub minimum: Option<f64>,
    /// The number that it must be larger than.
    pub above: Option<f64>,
    /// The largest number.
    pub maximum: Option<f64>,
    /// The number that it must be smaller than.
    pub below: Option<f64>,
    /// The number that it must be a multiple of.
    pub multiple_of: Option<f64>,
}
