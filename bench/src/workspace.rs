//! A workspace of generated clients: what they all depend on is built once.

use std::{
    fs,
    path::{Path, PathBuf},
};

use outspoken_codegen::{Config, Generated, Package, Runtime, generate};

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

/// Writes the client of a document into a folder of its own, and gives its name. `number` tells
/// documents of one name apart.
///
/// # Errors
/// When the document is refused, or a file cannot be written.
pub fn client(
    folder: &Path,
    spec: &Path,
    number: usize,
    with_tests: bool,
) -> Result<(String, Generated), String> {
    let shown = spec.display().to_string();
    let stem = spec.file_stem().unwrap_or_default().to_string_lossy();
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let stem: String = stem.chars().map(letter).take(40).collect();
    let name = format!("client{number}_{stem}");
    let mut config = Config::new(&*name);
    config.with_tests = with_tests;
    let generated = generate(spec, &shown, &config);
    if generated.diagnostics.has_errors() {
        return Err(format!("{shown} is refused"));
    }
    package(folder, &name, &generated, seeds::root().join("runtime"))?;
    Ok((name, generated))
}

/// Writes a client as a package with another runtime, or with that of this repository.
///
/// # Errors
/// When a file cannot be written.
pub fn package(
    folder: &Path,
    name: &str,
    generated: &Generated,
    runtime: PathBuf,
) -> Result<(), String> {
    Package::new(name, Runtime::Path(runtime))
        .and_then(|package| package.write(generated, &folder.join(name), false))
        .map(|_| ())
        .map_err(|error| error.to_string())
}
