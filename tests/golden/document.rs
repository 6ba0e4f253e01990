//! The documents from which something is generated.

use std::{
    fs,
    path::{Path, PathBuf},
};

use outspoken_codegen::{
    Config, ConfigFile, ConfigRefused, Generated,
    diagnostic::Diagnostics,
    generate,
    render::{self, Style},
    source::Sources,
};
use outspoken_tests::repo;

/// A document that must be accepted.
pub(crate) struct Document {
    pub(crate) path: PathBuf,
    /// Which folder it is from: `specs` or `accept`.
    pub(crate) set: &'static str,
    /// Its name without the ending.
    pub(crate) stem: String,
}

/// All documents that must be accepted.
pub(crate) fn all() -> Vec<Document> {
    let folders = [
        ("specs", repo::root().join("specs")),
        ("accept", repo::tests().join("fixtures/accept")),
    ];
    let mut all = Vec::new();
    for (set, folder) in folders {
        for path in repo::documents(&folder).unwrap() {
            let stem = repo::stem(&path);
            all.push(Document { path, set, stem });
        }
    }
    all
}

impl Document {
    /// Copies it into a folder, with the files that it refers to: they are in a folder of its name.
    pub(crate) fn copy(&self, folder: &Path) -> PathBuf {
        let beside = self.path.with_extension("");
        let mut files = repo::files_below(&beside).unwrap();
        files.push(self.path.clone());
        let from = self.path.parent().unwrap();
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let to = folder.join(file.strip_prefix(from).unwrap());
            repo::write(&to, &text).unwrap();
        }
        folder.join(repo::file_name(&self.path))
    }

    /// What is generated from it, by its settings.
    pub(crate) fn generate(&self) -> Generated {
        let config = settings(&self.path).unwrap_or_else(|refused| {
            let said = render::text(&refused.diagnostics, &refused.sources, &Style::default());
            panic!("{}: {said}", self.path.display())
        });
        read(&self.path, &config)
    }
}

/// The settings for a document: those in the file of its name that ends with `.toml`, if there is
/// one.
pub(crate) fn settings(path: &Path) -> Result<Config, ConfigRefused> {
    let stem = repo::stem(path);
    let mut config = Config::new(&stem);
    // What a fixture shows it shows in a component, as a rule.
    config.unused_types = true;
    let file = path.with_extension("toml");
    if file.exists() {
        ConfigFile::read(&file, &repo::file_name(&file))?.apply(&stem, &mut config);
    }
    Ok(config)
}

/// Generates from a document that diagnostics call by its file name alone.
pub(crate) fn read(path: &Path, config: &Config) -> Generated {
    generate(path, &repo::file_name(path), config)
}

/// What there is to say of a document, as a person reads it; empty where there is nothing.
pub(crate) fn rendered(generated: &Generated) -> String {
    let width = Style::default().width;
    rendered_as(&generated.diagnostics, &generated.sources, width)
}

/// The same of any diagnostics, on a terminal of so many columns.
pub(crate) fn rendered_as(diagnostics: &Diagnostics, sources: &Sources, width: usize) -> String {
    let style = Style {
        width,
        ..Style::default()
    };
    let text = render::text(diagnostics, sources, &style);
    // Nobody sees spaces at the end of a line, and editors take them away.
    let mut lines: String = text
        .lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect();
    lines.truncate(lines.trim_end().len());
    if !lines.is_empty() {
        lines.push('\n');
    }
    lines
}
