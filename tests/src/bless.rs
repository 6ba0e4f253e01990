//! Files that hold what is expected: compared, or with `BLESS=1` rewritten.

use std::{
    collections::BTreeSet,
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::{diff::diff, repo};

/// The expectations below a folder.
#[derive(Debug)]
pub struct Expected {
    folder: PathBuf,
    /// How the names of these files end; others are nobody's expectation.
    ending: &'static str,
    bless: bool,
    checked: BTreeSet<PathBuf>,
    faults: Vec<String>,
}

impl Expected {
    /// The files below `folder` whose names end so.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>, ending: &'static str) -> Self {
        Self {
            folder: folder.into(),
            ending,
            bless: env::var_os("BLESS").is_some_and(|value| value == "1"),
            checked: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    /// Compares a text with the file of this name, or writes it there.
    pub fn check(&mut self, name: &str, actual: &str) {
        let path = self.folder.join(name);
        let outcome = if self.bless {
            repo::write(&path, actual).map_err(|error| format!("{}: {error}", shown(&path)))
        } else {
            compare(&path, actual)
        };
        self.faults.extend(outcome.err());
        if !self.checked.insert(path) {
            let fault = format!("{name}: two cases have this name");
            self.faults.push(fault);
        }
    }

    /// Notes what is wrong beside texts that differ.
    pub fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }

    /// Ends the comparison. A file that nothing was compared with is a fault too, or is deleted
    /// where expectations are rewritten.
    ///
    /// # Errors
    /// All that is not as expected, for people.
    pub fn finish(mut self) -> Result<(), String> {
        let files = repo::files_below(&self.folder)
            .map_err(|error| format!("{}: {error}", shown(&self.folder)))?;
        let stale = files.into_iter().filter(|path| {
            repo::file_name(path).ends_with(self.ending) && !self.checked.contains(path)
        });
        for path in stale {
            let deleted = self.bless && fs::remove_file(&path).is_ok();
            if !deleted {
                let fault = format!("{}: nothing makes this text any more", shown(&path));
                self.faults.push(fault);
            }
        }
        if self.faults.is_empty() {
            return Ok(());
        }
        Err(format!(
            "\n{}\n{} not as expected. If it should be as it is now: BLESS=1 cargo test\n",
            self.faults.join("\n"),
            self.faults.len()
        ))
    }
}

fn compare(path: &Path, actual: &str) -> Result<(), String> {
    let shown = shown(path);
    match fs::read_to_string(path) {
        Ok(expected) if expected == actual => Ok(()),
        Ok(expected) => Err(format!("{shown}:\n{}", diff(&expected, actual))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(format!("{shown}: there is no such file yet"))
        }
        Err(error) => Err(format!("{shown}: {error}")),
    }
}

/// A path as it is found from the repository's root.
fn shown(path: &Path) -> String {
    let path = path.strip_prefix(repo::root()).unwrap_or(path);
    path.display().to_string()
}
