//! Which file an item is in: files by tag, by path and by letter, where one file would be long.
//!
//! Names of items are one space all the same: each file hands on what is in it.

mod group;
mod operations;
mod types;

use group::{Files, Group, Named, alike};
pub(super) use operations::operations;
pub(super) use types::types;

/// Files of more items than this are shared out anew, among those whose words begin alike.
const MANY: usize = 100;

/// Longer names of files help nobody.
const LONGEST: usize = 60;

#[cfg(test)]
fn shown(files: &[crate::ir::ItemFile]) -> Vec<(&str, usize)> {
    let files = files.iter();
    files
        .map(|file| (file.name.as_str(), file.items.len()))
        .collect()
}
