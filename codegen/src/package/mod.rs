//! The door for packages: a crate of its own, to be committed or published.

mod manifest;
mod readme;

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use crate::{
    Generated,
    output::{Files, Refused},
    report::Report,
};

/// A package that a generated client becomes.
///
/// ```
/// use outspoken_codegen::{Package, Runtime};
///
/// assert!(Package::new("my-api", Runtime::Published).is_ok());
/// assert!(Package::new("../my api", Runtime::Published).is_err());
/// assert!(Package::new("outspoken", Runtime::Published).is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Package {
    name: String,
    runtime: Runtime,
}

/// The name of the runtime's package.
const RUNTIME: &str = "outspoken";

/// Where the package finds the runtime.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Runtime {
    /// In the registry, in this version.
    Published,
    /// In this folder.
    Path(PathBuf),
}

/// Why a package was not written. Nothing of it was, then.
#[derive(Debug)]
#[non_exhaustive]
pub enum PackageError {
    /// This cannot be the name of a package.
    Name(String),
    /// This is the name of the runtime, on which the package depends.
    Runtime,
    /// These files were edited since they were written, or are somebody else's.
    Edited(Vec<PathBuf>),
    /// This stands where a folder is to be, and is a link that may lead anywhere.
    Linked(PathBuf),
    /// A file could not be read or written.
    Io(io::Error),
}

impl Package {
    /// A package of this name.
    ///
    /// # Errors
    /// When cargo would not take the name, or it is that of the runtime.
    pub fn new(name: &str, runtime: Runtime) -> Result<Self, PackageError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let is_name =
            name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain);
        if !is_name || name.len() > 64 {
            return Err(PackageError::Name(name.escape_debug().to_string()));
        }
        if name == RUNTIME {
            return Err(PackageError::Runtime);
        }
        Ok(Self {
            name: name.to_owned(),
            runtime,
        })
    }

    /// Writes the package into a folder: only files that changed, each of them whole or not at all.
    /// Gives the paths of those that were written or removed. Other files in the folder are left
    /// alone, such as `Cargo.lock` and `target`.
    ///
    /// Links below the folder are never written through. One in the place of a file counts as
    /// edited, and under `force` the file takes its place.
    ///
    /// # Errors
    /// When files were edited since they were written, unless `force` is set; or cannot be written,
    /// or only through a link. Nothing was written then.
    pub fn write(
        &self,
        generated: &Generated,
        folder: &Path,
        force: bool,
    ) -> Result<Vec<PathBuf>, PackageError> {
        let mut written = self.files(generated).keep(folder, force)?;
        written.changed.append(&mut written.removed);
        Ok(written.changed)
    }

    /// The files of a folder that are not as they would be written.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn stale(
        &self,
        generated: &Generated,
        folder: &Path,
    ) -> Result<Vec<PathBuf>, PackageError> {
        Ok(self.files(generated).stale(folder)?)
    }

    /// The report on what is generated, with paths as they are in this package.
    #[must_use]
    pub fn report<'g>(&self, generated: &'g Generated) -> Report<'g> {
        let root = self.name.replace('-', "_");
        Report::placed(generated, root, source_path)
    }

    fn files(&self, generated: &Generated) -> Files {
        let mut files = Files::default();
        files.add("Cargo.toml", manifest::manifest(self, generated));
        files.add("README.md", readme::readme(self, generated));
        for (name, text) in &generated.files {
            files.add(source_path(name), text.clone());
        }
        for (name, text) in &generated.tests {
            files.add(format!("tests/{name}"), text.clone());
        }
        files
    }
}

/// Where a file of the module is in a package.
fn source_path(file: &str) -> String {
    let file = if file == "mod.rs" { "lib.rs" } else { file };
    format!("src/{file}")
}

impl From<Refused> for PackageError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Io(error) => Self::Io(error),
            Refused::Edited(paths) => Self::Edited(paths),
            Refused::Linked(path) => Self::Linked(path),
        }
    }
}

impl From<io::Error> for PackageError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => write!(
                f,
                "`{name}` cannot be the name of a package: letters, digits, `-` and `_` can, with a letter first"
            ),
            Self::Runtime => write!(
                f,
                "`{RUNTIME}` is the name of the runtime, on which the package depends: choose another one"
            ),
            Self::Edited(paths) => {
                let paths: Vec<_> = paths
                    .iter()
                    .map(|path| format!("  {}", path.display()))
                    .collect();
                write!(
                    f,
                    "nothing was written, as these files are not as they were left:\n{}",
                    paths.join("\n")
                )
            }
            Self::Linked(path) => write!(
                f,
                "`{}` is a link where a folder is to be, so nothing was written",
                path.display()
            ),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PackageError {}
