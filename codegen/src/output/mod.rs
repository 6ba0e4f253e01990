//! From tokens to files: formatted, and written only where they changed.

mod files;
mod format;
mod found;
mod owned;
mod parallel;
mod record;
mod rows;
mod staged;
mod tree;

use std::{io, path::Path};

pub(crate) use files::Files;
pub(crate) use format::format;
pub(crate) use owned::Refused;
pub(crate) use parallel::{beside, in_parallel};
pub(crate) use staged::replace;

/// An error that says which file it is about.
fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
