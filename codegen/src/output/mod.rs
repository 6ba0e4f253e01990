//! From tokens to files: formatted, and written only where they changed.

mod files;
mod format;
mod owned;
mod rows;

pub(crate) use files::{Files, replace};
pub(crate) use format::format;
pub(crate) use owned::Refused;
