//! Arguments outside the body.

use super::SchemaId;
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
    /// Whether lists become one pair an item.
    pub explode: bool,
    /// Whether it must be given.
    pub required: bool,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// What the API takes it for where it is left out, as JSON.
    pub default: Option<String>,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Its type.
    pub schema: SchemaId,
}

/// Where a parameter goes; the style is the default one of the location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Location {
    /// Into the path: `style: simple`.
    Path,
    /// Into the query: `style: form`.
    Query,
    /// Into a header: `style: simple`.
    Header,
}
