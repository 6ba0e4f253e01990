//! What stands where a file is to be.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::named;

/// No file of ours is larger.
const MOST: u64 = 256 << 20;

/// What stands in a place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// A folder.
    Folder,
    /// A file with this content.
    File(Vec<u8>),
    /// A link to a file with this content.
    Linked(Vec<u8>),
    /// Something that is no file of ours, and is not read: a pipe, a link that leads nowhere, a file
    /// of a gigabyte.
    Other,
}

/// Looks at a place without waiting for anything.
///
/// # Errors
/// When it cannot be looked at.
pub(super) fn find(path: &Path) -> io::Result<Found> {
    let own = match fs::symlink_metadata(path) {
        Err(error) if is_nothing(&error) => return Ok(Found::Nothing),
        own => own.map_err(|error| named(path, error))?,
    };
    if own.is_dir() {
        return Ok(Found::Folder);
    }
    let meant = if own.is_symlink() {
        fs::metadata(path).ok()
    } else {
        Some(own.clone())
    };
    if meant.is_none_or(|meant| !meant.is_file() || meant.len() > MOST) {
        return Ok(Found::Other);
    }
    let bytes = fs::read(path).map_err(|error| named(path, error))?;
    Ok(if own.is_symlink() {
        Found::Linked(bytes)
    } else {
        Found::File(bytes)
    })
}

/// The first folder on the way from `folder` to a file below it that is a link, and so may lead
/// elsewhere.
pub(super) fn link_on_the_way(folder: &Path, path: &Path) -> Option<PathBuf> {
    let on_the_way = path.ancestors().skip(1);
    let on_the_way = on_the_way.filter(|part| *part != Path::new(""));
    let is_link = |part: &&Path| {
        fs::symlink_metadata(folder.join(part)).is_ok_and(|found| found.is_symlink())
    };
    on_the_way.filter(is_link).last().map(Path::to_owned)
}

/// Nothing is there, nor below a file that stands where a folder would have to.
fn is_nothing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
