//! The files of the generator, each with its module.

use std::{
    fs,
    path::{Path, PathBuf},
};

use outspoken_tests::repo;

use super::paths::{Named, paths};

/// A file of `codegen/src`.
pub(crate) struct Source {
    /// As it is found from the repository's root.
    pub(crate) file: String,
    /// Its module, from the crate's root on.
    pub(crate) module: Vec<String>,
    pub(crate) text: String,
}

impl Source {
    /// The folder or file of `codegen/src` that it belongs to; `lib` for the root.
    pub(crate) fn part(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    pub(crate) fn paths(&self) -> Vec<Named> {
        paths(&self.text, &self.module)
    }

    /// Whether the whole file is a test.
    pub(crate) fn is_test(&self) -> bool {
        self.module.last().is_some_and(|name| name == "tests")
    }
}

/// All files of the generator.
pub(crate) fn codegen() -> Vec<Source> {
    let folder = repo::root().join("codegen/src");
    let files = rust_files(&folder);
    assert!(files.len() > 50, "the generator is somewhere else");
    let sources = files.into_iter().map(|path| Source {
        file: shown(&path),
        module: module(path.strip_prefix(&folder).unwrap()),
        text: fs::read_to_string(&path).unwrap(),
    });
    sources.collect()
}

/// The Rust files below a folder; what builds leave behind is not ours.
pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = repo::files_below(folder).unwrap();
    files.retain(|path| {
        path.extension().is_some_and(|ending| ending == "rs")
            && !path.components().any(|part| part.as_os_str() == "target")
    });
    files
}

/// A path as it is found from the repository's root.
pub(crate) fn shown(path: &Path) -> String {
    let path = path.strip_prefix(repo::root()).unwrap();
    path.display().to_string().replace('\\', "/")
}

fn module(path: &Path) -> Vec<String> {
    let path = path.with_extension("");
    let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
    let mut parts: Vec<_> = parts.collect();
    if parts
        .last()
        .is_some_and(|last| last == "mod" || last == "lib")
    {
        parts.pop();
    }
    parts
}
