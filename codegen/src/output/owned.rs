//! Files in a folder that others write in, too: what was edited since is told from what was not.
//!
//! Links below the folder are read, and never written through: one that stands where a file is to be
//! counts as edited, and gives way to the file itself under `force`; one that stands where a folder
//! is to be is left alone, since nobody knows whose the files behind it are.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use indexmap::IndexSet;

use super::{
    files::{Files, Written},
    found::{Found, find, link_on_the_way},
    named,
    record::{RECORD, Record},
    staged::{Staged, sweep},
};

/// Why files were not written. None of them was, then.
#[derive(Debug)]
pub(crate) enum Refused {
    /// A file could not be read or written.
    Io(io::Error),
    /// These are not as they were written: somebody edited them, or they are somebody else's.
    Edited(Vec<PathBuf>),
    /// This stands where a folder is to be, and is a link.
    Linked(PathBuf),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Files {
    /// Writes the files, and removes those of an earlier run that are none of them now.
    ///
    /// # Errors
    /// When a file was edited since it was written, unless `force` is set.
    pub(crate) fn keep(&self, folder: &Path, force: bool) -> Result<Written, Refused> {
        // What is staged first is the folder itself, which is to be locked.
        let mut staged = Staged::default();
        staged.make_folder(folder)?;
        let _lock = lock(folder);
        let record = Record::read(folder)?;
        for place in self.folders(&record) {
            sweep(&folder.join(place));
        }
        let stale = self.compare(folder, &record)?;
        if !force && !stale.edited.is_empty() {
            return Err(Refused::Edited(stale.edited));
        }
        if let Some(path) = stale.folders.first() {
            let error = io::ErrorKind::IsADirectory.into();
            return Err(named(&folder.join(path), error).into());
        }
        let mut touched = stale.changed.iter().chain(&stale.removed);
        if let Some(link) = touched.find_map(|path| link_on_the_way(folder, path)) {
            return Err(Refused::Linked(link));
        }
        self.write(folder, record, &stale, staged)?;
        let Stale {
            changed, removed, ..
        } = stale;
        Ok(Written { changed, removed })
    }

    /// The files that are not as they would be written.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn stale(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let Stale {
            mut changed,
            removed,
            edited: _,
            folders: _,
        } = self.compare(folder, &Record::read(folder)?)?;
        changed.extend(removed);
        Ok(changed)
    }

    /// Writes what is stale. A run that is stopped at any point leaves files that the record knows.
    fn write(
        &self,
        folder: &Path,
        known: Record,
        stale: &Stale,
        mut staged: Staged,
    ) -> io::Result<()> {
        let (mut between, mut after) = (known.clone(), Record::default());
        for (path, text) in self.iter() {
            between.note(path, text);
            after.note(path, text);
        }
        if after != known {
            staged.add(&folder.join(RECORD), &between.text())?;
        }
        for path in &stale.changed {
            let text = self.text(path).unwrap_or_default();
            staged.add(&folder.join(path), text)?;
        }
        if after == known {
            return staged.take_places();
        }
        let mut last = Staged::default();
        last.add(&folder.join(RECORD), &after.text())?;
        staged.take_places()?;
        for path in &stale.removed {
            let path = folder.join(path);
            fs::remove_file(&path).map_err(|error| named(&path, error))?;
        }
        last.take_places()
    }

    /// The folders that files are written into, or were.
    fn folders<'f>(&'f self, record: &'f Record) -> IndexSet<&'f Path> {
        let paths = self.iter().map(|(path, _)| path).chain(record.paths());
        let folders = paths.filter_map(Path::parent);
        folders.chain([Path::new("")]).collect()
    }

    fn compare(&self, folder: &Path, record: &Record) -> io::Result<Stale> {
        let mut stale = Stale::default();
        for (path, text) in self.iter() {
            let is_ours = match find(&folder.join(path))? {
                Found::File(bytes) | Found::Linked(bytes) if bytes == text.as_bytes() => continue,
                Found::File(bytes) => record.knows(path, &bytes),
                Found::Nothing => true,
                Found::Linked(_) | Found::Other => false,
                Found::Folder => {
                    stale.folders.push(path.to_owned());
                    false
                }
            };
            if !is_ours {
                stale.edited.push(path.to_owned());
            }
            stale.changed.push(path.to_owned());
        }
        for path in record.paths().filter(|path| self.text(path).is_none()) {
            // What was edited since stays, as somebody's own from now on.
            if matches!(find(&folder.join(path))?, Found::File(bytes) if record.knows(path, &bytes))
            {
                stale.removed.push(path.to_owned());
            }
        }
        Ok(stale)
    }
}

#[derive(Default)]
struct Stale {
    changed: Vec<PathBuf>,
    removed: Vec<PathBuf>,
    edited: Vec<PathBuf>,
    /// Folders where files are to be.
    folders: Vec<PathBuf>,
}

/// Waits until no other run writes into the folder. Where a folder cannot be locked, two runs at once
/// still leave whole files, of one or the other.
fn lock(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &str)]) -> Files {
        let mut files = Files::default();
        for (path, text) in texts {
            files.add(path, (*text).to_owned());
        }
        files
    }

    #[test]
    fn what_was_edited_is_named_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let one = files(&[("a", "1"), ("b", "1")]);
        assert_eq!(one.keep(folder.path(), false).unwrap().changed.len(), 2);
        assert!(one.keep(folder.path(), false).unwrap().changed.is_empty());

        fs::write(at("a"), "edited").unwrap();
        let two = files(&[("a", "2"), ("c", "2")]);
        let Err(Refused::Edited(edited)) = two.keep(folder.path(), false) else {
            panic!("an edited file was overwritten");
        };
        assert_eq!(edited, [PathBuf::from("a")]);
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "edited");
        assert!(!at("c").exists() && at("b").exists());
        assert_eq!(two.stale(folder.path()).unwrap().len(), 3);

        let written = two.keep(folder.path(), true).unwrap();
        assert_eq!(written.removed, [PathBuf::from("b")]);
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "2");
        assert!(two.stale(folder.path()).unwrap().is_empty());
    }

    #[test]
    fn a_file_of_somebody_else_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "theirs").unwrap();
        let refused = files(&[("a", "ours")]).keep(folder.path(), false);
        assert!(matches!(refused, Err(Refused::Edited(_))));
        fs::write(folder.path().join("x"), "theirs").unwrap();
        fs::write(folder.path().join(RECORD), "0  ../x\nff  /x\nodd").unwrap();
        assert!(files(&[]).stale(folder.path()).unwrap().is_empty());
    }
}
