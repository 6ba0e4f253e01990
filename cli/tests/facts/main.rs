//! What commands tell of a document: `errors`, and `--report` of `generate` and `check`.
//!
//! `BLESS=1 cargo test` rewrites what is expected. A document dropped into `specs` or
//! `cli/tests/fixtures` is a case.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod errors;
mod hostile;
mod report;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The folder of this repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The documents of a folder by their paths from the repository on, as a person there types them.
fn documents(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let paths = entries.map(|entry| Path::new(folder).join(entry.unwrap().file_name()));
    let mut paths: Vec<_> = paths.filter(|path| root().join(path).is_file()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

fn outspoken(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// What a command that succeeds prints.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let done = outspoken(folder, arguments);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    text(&done.stdout)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Compares a text with the file of this name in `golden`, or writes it there.
fn expect(name: &str, actual: &str) {
    let path = root().join("cli/tests/golden").join(name);
    if env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let first = expected
        .lines()
        .zip(actual.lines())
        .position(|(expected, actual)| expected != actual);
    assert!(
        expected == actual,
        "{} is not as expected from line {} on. If it should be as it is now: BLESS=1 cargo test\n\
         {actual}",
        path.display(),
        first.unwrap_or_else(|| expected.lines().count().min(actual.lines().count())) + 1,
    );
}

/// The last name of a path.
fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}
