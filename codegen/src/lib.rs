//! The generator of Outspoken: typed Rust API clients from OpenAPI
//! documents, in which every operation has its own error enum.
//!
//! From a build script:
//!
//! ```no_run
//! fn main() -> Result<(), outspoken_codegen::BuildFailed> {
//!     outspoken_codegen::Build::new().specs_dir("../specs").emit()
//! }
//! ```
//!
//! and in `src/lib.rs`:
//!
//! ```ignore
//! include!(concat!(env!("OUT_DIR"), "/outspoken/mod.rs"));
//! ```
//!
//! A document goes through stages, each a folder: `source` reads text into a tree, `overlay` changes
//! that where it is asked to, `front` reads the tree into a model of the API, `plan` decides how it looks in Rust, `emit` writes that as
//! tokens, and `output` makes files of them. Faults are diagnostics with a place, all at once.

#![cfg_attr(
    not(feature = "command-line"),
    allow(
        dead_code,
        unused_imports,
        reason = "what only packages and reports use is not taken apart once more"
    )
)]

mod build;
mod collection;
mod config;
pub mod diagnostic;
mod emit;
mod front;
mod generate;
mod ir;
mod model;
mod notes;
mod output;
#[cfg(feature = "command-line")]
mod overlaid;
mod overlay;
#[cfg(feature = "command-line")]
mod package;
mod plan;
pub mod render;
#[cfg(feature = "command-line")]
pub mod report;
mod select;
pub mod source;
mod words;

pub use build::{Build, BuildFailed};
pub use config::{
    Config, Derives, Format, FormatChoice, FormatType, FormatTypeError, FormatTypes, NameError,
    Renames, Replacements,
};
#[cfg(feature = "config-file")]
pub use config::{ConfigFile, ConfigRefused};
pub use generate::{Generated, generate};
#[cfg(feature = "command-line")]
pub use overlaid::{Overlaid, overlaid};
pub use overlay::OverlayFile;
#[cfg(feature = "command-line")]
pub use package::{Package, PackageError, Runtime};
pub use select::{Pattern, PatternError, Selection};
