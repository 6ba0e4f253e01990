//! Settings: one type for all doors.

use std::path::PathBuf;

use crate::source::Limits;

/// What a run of the generator can be told.
///
/// ```
/// let config = outspoken_codegen::Config::new("my-api");
/// assert_eq!(config.name, "my-api");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// The name of the client; the module's name follows from it.
    pub name: String,
    /// How large a document may be.
    pub limits: Limits,
    /// Folders outside that of the document in which `$ref` may find files.
    pub ref_dirs: Vec<PathBuf>,
    /// Whether warnings are errors.
    pub deny_warnings: bool,
}

impl Config {
    /// The usual settings.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            limits: Limits::default(),
            ref_dirs: Vec::new(),
            deny_warnings: false,
        }
    }
}
