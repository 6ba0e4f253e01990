//! A set of files, written so that nothing is touched that did not change.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use super::staged::Staged;
use crate::collection::order;

/// Files by their path below one folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Files {
    texts: BTreeMap<PathBuf, String>,
}

/// What writing did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Files that were not there, or were otherwise.
    pub changed: Vec<PathBuf>,
    /// Files that were there and are no more.
    pub removed: Vec<PathBuf>,
}

impl Files {
    /// Adds a file.
    pub(crate) fn add(&mut self, path: impl Into<PathBuf>, text: String) {
        self.texts.insert(path.into(), text);
    }

    /// The files, by path.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Path, &str)> {
        let texts = self.texts.iter();
        texts.map(|(path, text)| (path.as_path(), text.as_str()))
    }

    /// The text of a file.
    pub(super) fn text(&self, path: &Path) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Makes the folder hold these files and no others. Nobody else may own files in it.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub(crate) fn mirror(&self, folder: &Path) -> io::Result<Written> {
        let mut written = Written::default();
        let mut staged = Staged::default();
        for (path, text) in &self.texts {
            let whole = folder.join(path);
            if fs::read(&whole).ok().as_deref() != Some(text.as_bytes()) {
                staged.add(&whole, text)?;
                written.changed.push(path.clone());
            }
        }
        staged.take_places()?;
        for path in files_below(folder, Path::new(""))? {
            if !self.texts.contains_key(&path) {
                fs::remove_file(folder.join(&path))?;
                written.removed.push(path);
            }
        }
        Ok(written)
    }
}

fn files_below(root: &Path, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(root.join(folder)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files_below(root, &path)?);
        } else {
            found.push(path);
        }
    }
    order::sort(&mut found);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = Files::default();
        files.add("a/mod.rs", "one".to_owned());
        files.add("b.rs", "two".to_owned());
        assert_eq!(files.mirror(folder.path()).unwrap().changed.len(), 2);
        assert_eq!(files.mirror(folder.path()).unwrap(), Written::default());

        let mut fewer = Files::default();
        fewer.add("b.rs", "three".to_owned());
        let written = fewer.mirror(folder.path()).unwrap();
        assert_eq!(written.changed, [PathBuf::from("b.rs")]);
        assert_eq!(written.removed, [PathBuf::from("a/mod.rs")]);
    }
}
