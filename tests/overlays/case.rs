//! One overlay, and what comes of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use outspoken_codegen::{
    Config, Overlaid, OverlayFile,
    diagnostic::{Diagnostics, Severity},
    overlaid,
    render::{self, Style},
    source::Sources,
};
use outspoken_tests::{diff::diff, repo};

/// What the overlays of the fixtures are for.
const DOCUMENT: &str = "pets.yaml";

/// The folder of the fixtures.
pub(crate) fn folder() -> PathBuf {
    repo::tests().join("fixtures/overlay")
}

/// All overlays of the fixtures.
pub(crate) fn all() -> Vec<PathBuf> {
    let mut all = repo::documents(&folder()).unwrap();
    all.retain(|path| repo::file_name(path) != DOCUMENT);
    all
}

/// How it went.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    Warned,
    Refused,
}

pub(crate) struct Case {
    overlaid: Overlaid,
}

impl Case {
    /// What comes of an overlay of the fixtures.
    pub(crate) fn of(path: &Path) -> Self {
        let mut config = Config::new("pets");
        // From its folder, so that no message tells where that is.
        std::env::set_current_dir(folder()).unwrap();
        config
            .overlays
            .push(OverlayFile::new(repo::file_name(path)));
        Self {
            overlaid: overlaid(DOCUMENT.as_ref(), DOCUMENT, &config),
        }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        let Overlaid {
            text, diagnostics, ..
        } = &self.overlaid;
        let mut all = diagnostics.iter();
        match text {
            None => Outcome::Refused,
            Some(_) if all.any(|one| one.severity == Severity::Warning) => Outcome::Warned,
            Some(_) => Outcome::Done,
        }
    }

    /// What is said, and which lines of the document change.
    pub(crate) fn told(&self) -> String {
        let Overlaid {
            text,
            diagnostics,
            sources,
            ..
        } = &self.overlaid;
        let said = rendered(diagnostics, sources);
        let change = text.as_ref().map(|text| {
            let plain = overlaid(DOCUMENT.as_ref(), DOCUMENT, &Config::new("pets"));
            match diff(&plain.text.unwrap(), text) {
                nothing if nothing.is_empty() => "nothing changes\n".to_owned(),
                change => change,
            }
        });
        let parts = [said, change.unwrap_or_default()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    }
}

/// What is said, without spaces at the ends of lines.
pub(crate) fn rendered(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let text = render::text(diagnostics, sources, &Style::default());
    let lines = text.lines().map(|line| format!("{}\n", line.trim_end()));
    let mut lines: String = lines.collect();
    lines.truncate(lines.trim_end().len());
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines
}

/// The text of a fixture.
pub(crate) fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}
