//! An overlay, before it is read.

use std::path::{Path, PathBuf};

use crate::diagnostic::Place;

/// A file with an overlay of a document (OpenAPI Overlay 1.0 or 1.1).
///
/// ```
/// use outspoken_codegen::{Config, OverlayFile};
///
/// let mut config = Config::new("pets");
/// config.overlays.push(OverlayFile::new("pets.overlay.yaml"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayFile {
    pub(crate) path: PathBuf,
    /// How diagnostics call it.
    pub(crate) name: String,
    /// Where a file of settings names it.
    pub(crate) place: Option<Place>,
}

impl OverlayFile {
    /// Such a file.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self {
            name: path.display().to_string().replace('\\', "/"),
            path,
            place: None,
        }
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
