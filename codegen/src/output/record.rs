//! What was written into a folder: the checksums of its files.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io,
    path::{Component, Path, PathBuf},
};

use super::{
    found::{Found, find},
    named,
};

/// Where the checksums of written files stand.
pub(super) const RECORD: &str = ".outspoken";

/// The checksums that each file had when it was written. There are several while files are being
/// written, so that being stopped then is no obstacle later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    sums: BTreeMap<PathBuf, Vec<u64>>,
}

impl Record {
    /// The record of a folder; an empty one where there is none.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let path = folder.join(RECORD);
        let bytes = match find(&path)? {
            Found::File(bytes) | Found::Linked(bytes) => bytes,
            Found::Folder => return Err(named(&path, io::ErrorKind::IsADirectory.into())),
            Found::Nothing | Found::Other => Vec::new(),
        };
        let mut record = Self::default();
        for line in String::from_utf8_lossy(&bytes).lines() {
            let Some((sum, path)) = line.split_once("  ") else {
                continue;
            };
            // A path that leads out of the folder was not written by us.
            let mut parts = Path::new(path).components();
            let is_inside = parts.all(|part| matches!(part, Component::Normal(_)));
            if let Ok(sum) = u64::from_str_radix(sum, 16)
                && is_inside
            {
                record.add(Path::new(path), sum);
            }
        }
        Ok(record)
    }

    /// Notes that a file may have this text.
    pub(super) fn note(&mut self, path: &Path, text: &str) {
        self.add(path, checksum(text.as_bytes()));
    }

    fn add(&mut self, path: &Path, sum: u64) {
        let sums = self.sums.entry(path.to_owned()).or_default();
        if !sums.contains(&sum) {
            sums.push(sum);
        }
    }

    /// Whether a file may have been written with this content.
    pub(super) fn knows(&self, path: &Path, bytes: &[u8]) -> bool {
        let sums = self.sums.get(path);
        sums.is_some_and(|sums| sums.contains(&checksum(bytes)))
    }

    /// The files that were written.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.sums.keys().map(PathBuf::as_path)
    }

    /// The record as it is written.
    pub(super) fn text(&self) -> String {
        let mut text =
            "# What Outspoken wrote here, so that it can tell what was edited since.\n".to_owned();
        for (path, sums) in &self.sums {
            let path = path.display().to_string().replace('\\', "/");
            for sum in sums {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{sum:016x}  {path}");
            }
        }
        text
    }
}

/// FNV-1a: the same on every machine and in every version, which the standard library's is not.
/// It finds edits, not attacks.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
