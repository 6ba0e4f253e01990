//! What a build script tells cargo.

use std::{fmt, io::Write, path::Path};

use crate::{
    diagnostic::Diagnostics,
    render::{self, Style},
    source::Sources,
};

/// A build script that cannot do its work, whatever its documents say.
pub struct BuildFailed {
    reason: String,
}

/// Why nothing can be built.
pub(super) fn failed(reason: impl Into<String>) -> BuildFailed {
    BuildFailed {
        reason: reason.into(),
    }
}

/// Asks to be run again when a file, or a file in a folder, changes.
pub(super) fn rerun_if_changed(path: &Path) {
    say(&format!("cargo::rerun-if-changed={}", path.display()));
}

/// Reports a fault that no document has a place for. Cargo fails the build then.
pub(super) fn error(message: &str) {
    say(&format!("cargo::error={message}"));
}

/// Reports what is odd, and no fault of a document.
pub(super) fn warning(message: &str) {
    say(&format!("cargo::warning={message}"));
}

/// Shows what there is to say of a document. Where there are errors, cargo fails the build.
pub(super) fn show(diagnostics: &Diagnostics, sources: &Sources, name: &str) {
    let style = Style::default();
    for (severity, part) in render::parts(diagnostics, sources, &style) {
        // Cargo takes one line at a time.
        for line in part.lines() {
            say(&format!("cargo::{}={line}", severity.as_str()));
        }
    }
    if diagnostics.has_errors() {
        let closing = render::closing(diagnostics, name, &style);
        closing.lines().for_each(error);
    }
}

/// Cargo reads standard output, and takes each line for an order: what is said is one line, whatever
/// it names. That cargo stopped reading is no news for anyone.
fn say(line: &str) {
    let line = line.replace(char::is_control, "\u{fffd}");
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

// `main` shows the error that it returns by `Debug`.
impl fmt::Debug for BuildFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl fmt::Display for BuildFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for BuildFailed {}
