//! A workspace of generated clients: what they all depend on is built once.

use std::{fs, path::Path};

use crate::seeds;

/// Makes a folder of packages a workspace, with the versions of this one.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path) -> Result<(), String> {
    let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n";
    let lock = seeds::root().join("Cargo.lock");
    fs::write(folder.join("Cargo.toml"), manifest)
        .and_then(|()| fs::copy(lock, folder.join("Cargo.lock")))
        .map(|_| ())
        .map_err(|error| error.to_string())
}
