//! The name of our extension of OpenAPI.

/// The one key of the extension.
pub(super) const EXTENSION: &str = "x-outspoken";
