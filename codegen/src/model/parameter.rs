//! Arguments outside the body.

use super::{MediaType, SchemaId};
use crate::diagnostic::Origin;

/// A parameter (OpenAPI 3.0.3 §4.7.12).
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    /// Where it stands.
    pub at: Origin,
    /// Its name on the wire.
    pub name: String,
    /// Where it goes.
    pub location: Location,
    /// How it is written there.
    pub style: Style,
    /// Whether each item of a list, and each member of an object, is written by itself.
    pub explode: bool,
    /// What joins the items of lists within the list, by depth (Swagger 2.0).
    pub inner: Vec<char>,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Whether it must be given.
    pub required: bool,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// What the API takes it for where it is left out.
    pub default: Option<DefaultArgument>,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Its type; `None` where nothing is said about it.
    pub schema: Option<SchemaId>,
    /// Where it is the query as a whole: the form that it is written as.
    pub form: Option<MediaType>,
}

/// A `default` of a parameter, which is not `null`.
#[derive(Debug, Clone)]
pub(crate) struct DefaultArgument {
    /// What it is, as JSON.
    pub json: String,
    /// Where it stands.
    pub at: Origin,
}

/// Where a parameter goes, in the order of the arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Location {
    /// Into the path.
    Path,
    /// Into the query.
    Query,
    /// It is the query (OpenAPI 3.2).
    QueryString,
    /// Into a header.
    Header,
    /// Into the header of cookies.
    Cookie,
}

impl Location {
    /// All of them, as `in` names them.
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("path", Self::Path),
        ("query", Self::Query),
        ("header", Self::Header),
        ("cookie", Self::Cookie),
        ("querystring", Self::QueryString),
    ];

    /// The style that goes without saying.
    #[must_use]
    pub(crate) fn usual_style(self) -> Style {
        match self {
            Self::Path | Self::Header => Style::Simple,
            Self::Query | Self::QueryString | Self::Cookie => Style::Form,
        }
    }
}

/// How a value is written: the styles of OpenAPI, the formats of lists of Swagger 2.0, and what
/// `content` is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Style {
    /// `simple`: joined by commas. `csv` in a path and in a header.
    Simple,
    /// `label`: behind a point.
    Label,
    /// `matrix`: behind a semicolon and the name.
    Matrix,
    /// `form`: pairs. `multi` if exploded, else `csv` in a query.
    Form,
    /// `spaceDelimited`, and `ssv`.
    SpaceDelimited,
    /// `pipeDelimited`, and `pipes`.
    PipeDelimited,
    /// `tsv`, which no later version has.
    TabDelimited,
    /// `deepObject`: names of members in brackets.
    DeepObject,
    /// `cookie` (OpenAPI 3.2): pairs, with nothing escaped.
    Cookie,
    /// `content` of JSON.
    Json,
    /// `content` of text: a single value as it is.
    Text,
    /// `content` of what only the caller can write: text as it is given.
    Foreign,
}

impl Style {
    /// Those that `style` may name.
    pub(crate) const ALL: [(&'static str, Self); 8] = [
        ("simple", Self::Simple),
        ("label", Self::Label),
        ("matrix", Self::Matrix),
        ("form", Self::Form),
        ("spaceDelimited", Self::SpaceDelimited),
        ("pipeDelimited", Self::PipeDelimited),
        ("deepObject", Self::DeepObject),
        ("cookie", Self::Cookie),
    ];

    /// Those that it cannot name, as people call them.
    const OTHERS: [(&'static str, Self); 4] = [
        ("tsv", Self::TabDelimited),
        ("application/json", Self::Json),
        ("text/plain", Self::Text),
        ("content", Self::Foreign),
    ];

    /// What it is called.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        let mut all = Self::ALL.iter().chain(&Self::OTHERS);
        all.find(|(_, style)| *style == self)
            .map_or("", |(name, _)| name)
    }

    /// `explode`, where it goes without saying.
    #[must_use]
    pub(crate) fn usual_explode(self) -> bool {
        matches!(self, Self::Form | Self::Cookie)
    }
}
