//! The documents that mutations start from.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use outspoken_codegen::source::{Limits, Sources};
use serde_json::Value;

/// A document, and its tree where it has one.
#[derive(Debug, Clone)]
pub struct Seed {
    /// Its path.
    pub path: PathBuf,
    /// What is in it.
    pub text: String,
    /// Its tree, where it can be read.
    pub tree: Option<Value>,
}

/// Larger documents take too long to be run ten thousand times.
pub const MOST: u64 = 64 << 10;

/// The root of this repository.
#[must_use]
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The documents below folders that have no more bytes than `most`, by path.
///
/// # Errors
/// When a folder or a file cannot be read.
pub fn load(folders: &[PathBuf], most: u64) -> io::Result<Vec<Seed>> {
    let mut paths = Vec::new();
    for folder in folders {
        find(folder, most, &mut paths)?;
    }
    paths.iter().map(|path| seed(path)).collect()
}

/// The document in a file.
///
/// # Errors
/// When the file cannot be read.
pub fn seed(path: &Path) -> io::Result<Seed> {
    let bytes = fs::read(path)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let name = path.display().to_string().into();
    let read = Sources::new().parse(name, text.clone(), &Limits::default());
    Ok(Seed {
        path: path.to_owned(),
        text,
        tree: read.ok().map(|document| document.root),
    })
}

fn find(folder: &Path, most: u64, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect();
    let mut entries = entries?;
    entries.sort();
    for path in entries {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        // Overlays stand beside documents and are none.
        let is_overlay = stem.is_some_and(|stem| stem.ends_with(".overlay"));
        if path.is_dir() {
            find(&path, most, found)?;
        } else if matches!(ending, Some("yaml" | "yml" | "json"))
            && !is_overlay
            && fs::metadata(&path)?.len() <= most
        {
            found.push(path);
        }
    }
    Ok(())
}
