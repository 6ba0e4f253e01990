//! The documents of a folder.

use crate::collection::order;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A file that is to become a module.
pub(super) struct Document {
    pub(super) path: PathBuf,
    /// How diagnostics call it: as it is found from the crate's folder, with `/` on any system.
    pub(super) name: String,
    /// Its name without the ending.
    pub(super) stem: String,
}

/// What a folder has.
pub(super) struct Found {
    /// By name.
    pub(super) documents: Vec<Document>,
    /// Files that are called as overlays are: `pets.overlay.yaml`.
    pub(super) overlays: Vec<PathBuf>,
}

/// The documents of a folder: other files are not looked at.
pub(super) fn find(folder: &Path) -> io::Result<Found> {
    let mut found = Vec::new();
    let mut overlays = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let Some(stem) = stem.filter(|_| matches!(ending, "yaml" | "yml" | "json")) else {
            continue;
        };
        if stem.ends_with(".overlay") {
            overlays.push(path);
            continue;
        }
        found.push(Document {
            name: path.display().to_string().replace('\\', "/"),
            stem: stem.to_owned(),
            path,
        });
    }
    order::sort_by(&mut found, |one, other| one.name.cmp(&other.name));
    order::sort(&mut overlays);
    Ok(Found {
        documents: found,
        overlays,
    })
}
