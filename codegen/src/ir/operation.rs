//! Operations.

use super::{Answer, FormField, Representation, Responses, Server, Type, Writing};

/// An operation: a struct, its implementation, and a method of the client.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// The struct's name.
    pub name: String,
    /// The client's method.
    pub method: String,
    /// The `operationId`, or what stands for it.
    pub id: String,
    /// The method's documentation, line by line.
    pub docs: Vec<String>,
    /// The modules that its documentation refers to, and that its code need not know.
    pub linked: Vec<&'static str>,
    /// Method and path as code in documentation, where they cannot stand between backticks.
    pub request_line: Option<String>,
    /// The documentation of its errors: a line for each variant, with when it is that.
    pub error_docs: Vec<String>,
    /// What the body of what only `default` documents is read as, for documentation.
    pub default_docs: Option<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// The HTTP method.
    pub verb: String,
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
    /// How it is written, where that is not as its place has it.
    pub style: Option<Style>,
    /// Whether items and members are written one by one, where that is not as the style has it.
    pub explode: Option<bool>,
    /// What joins the items of lists within the list, by depth.
    pub inner: Vec<char>,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Whether it is written by way of its members, not as a single value or a list of those.
    pub serialized: bool,
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
    /// It is the query.
    QueryString,
    /// Its members are the query; these are the ones of which something particular is said.
    QueryForm(Vec<FormField>),
    /// Into a header.
    Header,
    /// Into a cookie.
    Cookie,
    /// Into the body.
    Body(Writing),
}

/// How a parameter is written, where its place does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Behind a point.
    Label,
    /// Behind a semicolon and the name.
    Matrix,
    /// Spaces between items.
    SpaceDelimited,
    /// Vertical bars between items.
    PipeDelimited,
    /// Tabs between items.
    TabDelimited,
    /// Names of members in brackets.
    DeepObject,
    /// Nothing is escaped.
    Unescaped,
    /// JSON.
    Json,
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
    /// The expression that text matches, as the runtime reads it.
    pub pattern: Option<String>,
    /// The numbers that there are; empty where any is one of them.
    pub one_of: Vec<f64>,
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
