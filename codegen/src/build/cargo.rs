//! What a build script tells cargo.

use std::{fmt, io::Write, path::Path};

use crate::{
    Generated,
    diagnostic::Severity,
    render::{self, Style},
};

/// A build that failed. Cargo has been told why.
pub struct BuildFailed(());

impl BuildFailed {
    pub(super) fn new() -> Self {
        Self(())
    }
}

/// Asks to be run again when a file, or a file in a folder, changes.
pub(super) fn rerun_if_changed(path: &Path) {
    say(&format!("cargo::rerun-if-changed={}", path.display()));
}

/// Tells why nothing can be built.
pub(super) fn fail(message: &str) -> BuildFailed {
    say(&format!("cargo::error={message}"));
    BuildFailed::new()
}

/// Shows what there is to say of a document: as errors where there are any, else as warnings.
pub(super) fn show(generated: &Generated, name: &str) {
    let Generated {
        diagnostics,
        sources,
        ..
    } = generated;
    if diagnostics.is_empty() {
        return;
    }
    let style = Style::default();
    let worst = if diagnostics.has_errors() {
        Severity::Error
    } else {
        Severity::Warning
    };
    let mut text = render::text(diagnostics, sources, &style);
    if diagnostics.has_errors() {
        text.push_str(&render::closing(
            diagnostics,
            &format!("could not generate from {name}"),
            &style,
        ));
    }
    // Cargo takes one line at a time.
    for line in text.lines() {
        say(&format!("cargo::{}={line}", worst.as_str()));
    }
}

/// Cargo reads standard output. That it stopped reading is no news for anyone.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

// `main` shows the error it returns by `Debug`.
impl fmt::Debug for BuildFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the client could not be generated: the errors above say why")
    }
}

impl fmt::Display for BuildFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for BuildFailed {}
