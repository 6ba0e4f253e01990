//! Files in a folder that others write in, too: what was edited since is told from what was not.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use super::files::{Files, Written, replace};

/// Where the checksums of written files stand.
const RECORD: &str = ".outspoken";

/// Why files were not written. None of them was, then.
#[derive(Debug)]
pub(crate) enum Refused {
    /// A file could not be read or written.
    Io(io::Error),
    /// These are not as they were written: somebody edited them, or they are somebody else's.
    Edited(Vec<PathBuf>),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The checksums that each file had when it was written. There are several while files are being
/// written, so that being stopped then is no obstacle later.
type Record = BTreeMap<PathBuf, BTreeSet<u64>>;

impl Files {
    /// Writes the files, and removes those of an earlier run that are none of them now.
    ///
    /// # Errors
    /// When a file was edited since it was written, unless `force` is set.
    pub(crate) fn keep(&self, folder: &Path, force: bool) -> Result<Written, Refused> {
        let mut record = read_record(folder)?;
        let stale = self.compare(folder, &record)?;
        if !force && !stale.edited.is_empty() {
            return Err(Refused::Edited(stale.edited));
        }
        for (path, text) in self.iter() {
            record
                .entry(path.to_owned())
                .or_default()
                .insert(checksum(text.as_bytes()));
        }
        fs::create_dir_all(folder)?;
        write_record(folder, &record)?;
        for path in &stale.changed {
            if let Some(text) = self.text(path) {
                replace(&folder.join(path), text)?;
            }
        }
        for path in &stale.removed {
            fs::remove_file(folder.join(path))?;
        }
        let written = self
            .iter()
            .map(|(path, text)| (path.to_owned(), [checksum(text.as_bytes())].into()));
        write_record(folder, &written.collect())?;
        Ok(Written {
            changed: stale.changed,
            removed: stale.removed,
        })
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
        } = self.compare(folder, &read_record(folder)?)?;
        changed.extend(removed);
        Ok(changed)
    }

    fn compare(&self, folder: &Path, record: &Record) -> io::Result<Stale> {
        let mut stale = Stale::default();
        let is_ours = |path: &Path, bytes: &[u8]| {
            record
                .get(path)
                .is_some_and(|sums| sums.contains(&checksum(bytes)))
        };
        for (path, text) in self.iter() {
            match read_if_there(&folder.join(path))? {
                Some(bytes) if bytes == text.as_bytes() => continue,
                Some(bytes) if !is_ours(path, &bytes) => stale.edited.push(path.to_owned()),
                _ => {}
            }
            stale.changed.push(path.to_owned());
        }
        for path in record.keys().filter(|path| self.text(path).is_none()) {
            // What was edited since stays, as somebody's own from now on.
            if read_if_there(&folder.join(path))?.is_some_and(|bytes| is_ours(path, &bytes)) {
                stale.removed.push(path.clone());
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
}

fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn read_record(folder: &Path) -> io::Result<Record> {
    let mut record = Record::new();
    let text = read_if_there(&folder.join(RECORD))?.unwrap_or_default();
    for line in String::from_utf8_lossy(&text).lines() {
        let Some((sum, path)) = line.split_once("  ") else {
            continue;
        };
        // A path that leads out of the folder was not written by us.
        let is_inside = Path::new(path)
            .components()
            .all(|part| matches!(part, std::path::Component::Normal(_)));
        if let Ok(sum) = u64::from_str_radix(sum, 16)
            && is_inside
        {
            record.entry(PathBuf::from(path)).or_default().insert(sum);
        }
    }
    Ok(record)
}

fn write_record(folder: &Path, record: &Record) -> io::Result<()> {
    let mut text =
        "# What Outspoken wrote here, so that it can tell what was edited since.\n".to_owned();
    for (path, sums) in record {
        for sum in sums {
            let path = path.display().to_string().replace('\\', "/");
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{sum:016x}  {path}");
        }
    }
    if read_if_there(&folder.join(RECORD))?.as_deref() == Some(text.as_bytes()) {
        return Ok(());
    }
    replace(&folder.join(RECORD), &text)
}

/// FNV-1a: the same on every machine and in every version, which the standard library's is not.
/// It finds edits, not attacks.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
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
