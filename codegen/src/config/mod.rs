//! Settings: one type for all doors.

mod derive;
#[cfg(feature = "config-file")]
mod file;
mod format;
#[cfg(feature = "config-file")]
mod keys;
mod origin;
mod rename;
mod replace;
mod rust;
#[cfg(feature = "command-line")]
mod show;

use std::{collections::BTreeMap, path::PathBuf};

use crate::{overlay::OverlayFile, select::Selection, source::Limits};
use origin::Origins;

pub(crate) use derive::Derived;
pub use derive::Derives;
#[cfg(feature = "config-file")]
pub use file::{ConfigFile, ConfigRefused};
pub use format::{Format, FormatChoice, FormatType, FormatTypeError, FormatTypes};
pub(crate) use rename::Named;
pub use rename::Renames;
pub use replace::Replacements;
pub use rust::NameError;
#[cfg(feature = "command-line")]
pub(crate) use show::toml;

/// What a run of the generator can be told.
///
/// ```
/// use outspoken_codegen::{Config, Format, FormatType};
///
/// let mut config = Config::new("my-api");
/// config.format_types.set(Format::DateTime, FormatType::Chrono)?;
/// assert_eq!(config.name, "my-api");
/// # Ok::<(), outspoken_codegen::FormatTypeError>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// The name of the client; the module's name follows from it.
    pub name: String,
    /// Overlays that change the document before it is read, in their order.
    pub overlays: Vec<OverlayFile>,
    /// Which operations become a client.
    pub selection: Selection,
    /// How large a document may be.
    pub limits: Limits,
    /// Folders outside that of the document in which `$ref` may find files.
    pub ref_dirs: Vec<PathBuf>,
    /// Whether warnings are errors.
    pub deny_warnings: bool,
    /// Which types stand for formats of text.
    pub format_types: FormatTypes,
    /// Whether a request body must be given where the document does not say whether it must.
    /// OpenAPI takes it for optional then, and many documents only forgot to say.
    pub require_bodies: bool,
    /// Whether component schemas have a type to which no operation leads, and nothing that a webhook or
    /// callback sends, such as messages that the document does not describe otherwise. What other settings
    /// name has one in any case, and so has all in a document without operations.
    pub unused_types: bool,
    /// Whether examples of the document become tests of the package, and are checked against their
    /// schemas. Nothing is read of them otherwise.
    #[cfg(feature = "examples")]
    pub with_tests: bool,
    /// Other names than those that follow from the document.
    pub renames: Renames,
    /// What types derive beside what all of them have.
    pub derives: Derives,
    /// Whether structs of types are `#[non_exhaustive]`, so that members which are added to a
    /// document break nobody.
    pub non_exhaustive: bool,
    /// Whether operations of a tag are behind a feature of the crate that is called like it, where
    /// there are so many that each tag has a file. The command line writes such crates; one with a
    /// build script has to declare the features itself.
    pub tag_features: bool,
    /// Types in the place of generated ones.
    pub replacements: Replacements,
    /// What a package of its own depends on beside the runtime, such as the crates of those types: a
    /// version or a table for each, as a manifest has them.
    pub dependencies: BTreeMap<String, serde_json::Value>,
    /// Where these come from.
    pub(crate) origins: Origins,
}

impl Config {
    /// Whether somebody has said something of a setting, which is named by its key.
    #[must_use]
    pub fn is_said(&self, key: &str) -> bool {
        *self.origins.get(key) != origin::From::Default
    }

    /// Notes that a setting comes from whoever called, and from no file; `key` is that of the file.
    pub fn note_argument(&mut self, key: &str) {
        self.origins.note(key, origin::From::Argument);
    }

    /// The usual settings.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            overlays: Vec::new(),
            selection: Selection::default(),
            limits: Limits::default(),
            ref_dirs: Vec::new(),
            deny_warnings: false,
            format_types: FormatTypes::default(),
            require_bodies: false,
            unused_types: false,
            #[cfg(feature = "examples")]
            with_tests: false,
            renames: Renames::default(),
            derives: Derives::default(),
            non_exhaustive: false,
            tag_features: false,
            replacements: Replacements::default(),
            dependencies: BTreeMap::new(),
            origins: Origins::default(),
        }
    }
}
