//! The keys of settings, in the order in which they are shown.

use super::Format;

/// All that a table of settings may have.
pub(crate) const ALL: &[&str] = &[
    "name",
    "overlays",
    "include",
    "exclude",
    "deny-warnings",
    "require-bodies",
    "unused-types",
    "with-tests",
    "ref-dirs",
    "non-exhaustive",
    "tag-features",
    "derive",
    "rename",
    "derive-for",
    "replace",
    "dependencies",
    "formats",
    "limits",
];

/// The table of settings for one document each.
pub(crate) const DOCUMENTS: &str = "documents";

/// The keys of `rename`.
pub(crate) const RENAME: &[&str] = &["operations", "types", "members"];

/// The keys of `limits`.
pub(crate) const LIMITS: &[&str] = &["bytes", "depth", "nodes", "files"];

/// The keys of `formats`.
pub(crate) fn formats() -> impl Iterator<Item = &'static str> {
    Format::ALL.iter().map(|format| format.as_str())
}
