//! Files that are written beside those whose place they are to take.
//!
//! All of them are whole before the first takes its place, so that a full disk changes nothing; and
//! taking a place is one step, so that no file is ever seen half written.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::named;

/// How the files are called until then. Nobody else calls theirs so.
const BEFORE: &str = ".outspoken-";
const AFTER: &str = ".new";
/// So many files may wait in one folder.
const MOST: usize = 10_000;

/// Files that wait for their place. Those that never get it are removed.
#[derive(Debug, Default)]
pub(super) struct Staged {
    /// Each file, and the place that it is to take.
    files: Vec<(PathBuf, PathBuf)>,
    /// Folders that were not there before.
    folders: Vec<PathBuf>,
}

impl Staged {
    /// Writes a file that is to take a place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn add(&mut self, place: &Path, text: &str) -> io::Result<()> {
        let folder = place.parent().unwrap_or(Path::new(""));
        self.make_folder(folder)?;
        let (path, mut file) = create(folder)?;
        self.files.push((path, place.to_owned()));
        let written = file.write_all(text.as_bytes());
        written.map_err(|error| named(place, error))
    }

    /// Lets all files take their places, in the order in which they were added.
    ///
    /// # Errors
    /// When one cannot; those before it have theirs then.
    pub(super) fn take_places(mut self) -> io::Result<()> {
        while let Some((path, place)) = self.files.first() {
            fs::rename(path, place).map_err(|error| named(place, error))?;
            self.files.remove(0);
            self.folders.clear();
        }
        Ok(())
    }

    /// Makes a folder, and those that it stands in; removed again where nothing takes its place.
    ///
    /// # Errors
    /// When there is something else.
    pub(super) fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing = folder.ancestors().take_while(|folder| {
            let is_named = *folder != Path::new("");
            is_named && fs::symlink_metadata(folder).is_err()
        });
        let missing: Vec<_> = missing.map(Path::to_owned).collect();
        let made = fs::create_dir_all(folder);
        self.folders.extend(missing.into_iter().rev());
        made.map_err(|error| named(folder, error))
    }
}

impl Drop for Staged {
    /// That a file cannot be removed is no news: it could not be written either.
    fn drop(&mut self) {
        for (path, _) in &self.files {
            let _ = fs::remove_file(path);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes a file that is never seen half written.
///
/// # Errors
/// When it cannot be written; nothing is left beside it then.
pub(crate) fn replace(place: &Path, text: &str) -> io::Result<()> {
    let mut staged = Staged::default();
    staged.add(place, text)?;
    staged.take_places()
}

/// A new file in a folder. Whatever has its name already is not written into, nor through.
fn create(folder: &Path) -> io::Result<(PathBuf, File)> {
    for number in 0..MOST {
        let path = folder.join(format!("{BEFORE}{number}{AFTER}"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(named(&path, error)),
        }
    }
    let error = io::Error::other("too many files wait in this folder");
    Err(named(folder, error))
}

/// Removes what a run that was stopped has left in a folder.
pub(super) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(BEFORE) && name.ends_with(AFTER) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_all_be_written_is_not_written_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a"), "old").unwrap();
        fs::write(at("b"), "a file where a folder must be").unwrap();
        let mut staged = Staged::default();
        staged.add(&at("a"), "new").unwrap();
        staged.add(&at("c/d/e"), "new").unwrap();
        let error = staged.add(&at("b/c"), "new").unwrap_err();
        assert!(error.to_string().contains(&at("b").display().to_string()));
        drop(staged);
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_was_left_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".outspoken-1-0.new", ".outspoken", "a.new"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        sweep(folder.path());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
