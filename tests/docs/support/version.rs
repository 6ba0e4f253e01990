//! Documents as they are, and as they would be if they said that they are of another version.

use std::{collections::BTreeMap, fs, path::PathBuf};

use outspoken_codegen::{
    Config, Generated, generate,
    render::{self, Style},
};
use outspoken_tests::{diff::diff, repo};

use super::page::COLUMNS;

#[derive(Default)]
pub(super) struct Versions {
    documents: BTreeMap<String, Document>,
    /// What becomes of each, by its path and a version.
    generated: BTreeMap<(String, &'static str), Result<Read, String>>,
}

/// A document of the tests.
#[derive(Clone)]
pub(super) struct Document {
    pub(super) text: String,
    /// What it says of itself, in full.
    said: String,
}

/// What becomes of a document.
#[derive(Clone)]
pub(super) struct Read {
    pub(super) diagnostics: outspoken_codegen::diagnostic::Diagnostics,
    text: String,
}

impl Versions {
    /// A document, by its path from the root.
    pub(super) fn read(&mut self, path: &str) -> Result<Document, String> {
        if let Some(document) = self.documents.get(path) {
            return Ok(document.clone());
        }
        let text = fs::read_to_string(repo::root().join(path));
        let text = text.map_err(|error| format!("{path}: {error}"))?;
        let said = said(&text).ok_or_else(|| format!("{path} does not say its version"))?;
        let document = Document { text, said };
        self.documents.insert(path.to_owned(), document.clone());
        Ok(document)
    }

    /// What becomes of a document under a version: of its own, or of any under which it becomes
    /// the same.
    pub(super) fn generate(&mut self, path: &str, version: &'static str) -> Result<Read, String> {
        let key = (path.to_owned(), version);
        if let Some(known) = self.generated.get(&key) {
            return known.clone();
        }
        let outcome = self.compare(path, version);
        self.generated.insert(key, outcome.clone());
        outcome
    }

    fn compare(&mut self, path: &str, version: &'static str) -> Result<Read, String> {
        let document = self.read(path)?;
        let own = written(path, &document.text, "own")?;
        if document.said.starts_with(version) {
            return Ok(own);
        }
        // Swagger 2.0 is another shape: no document is of it and of another version.
        if version == "2.0" || document.said.starts_with("2.") {
            return Err(format!("{path} is of version {}", document.said));
        }
        let full = COLUMNS.iter().find(|(name, _)| *name == version);
        let (_, full) = full.ok_or("there is no such version")?;
        let text = document.text.replacen(&document.said, full, 1);
        let other = written(path, &text, version)?;
        // The line that was changed may be shown.
        let same = other.text.replace(full, &document.said);
        if same == own.text {
            return Ok(other);
        }
        Err(format!(
            "{path} is of version {}, and becomes something else here, so that this version needs \
             a document of its own:\n{}",
            document.said,
            diff(&own.text, &same)
        ))
    }
}

/// The version that a document says it is of.
fn said(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| {
        let line = line.trim().replace(['"', '\'', ','], "");
        let said = line.strip_prefix("openapi: ");
        said.or_else(|| line.strip_prefix("swagger: "))
            .map(str::to_owned)
    })?;
    Some(line.trim().to_owned())
}

/// Generates from a text that stands where a document does, among the files that it refers to.
fn written(path: &str, text: &str, version: &str) -> Result<Read, String> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("docs-versions")
        .join(version);
    let from = repo::root().join(path);
    let name = repo::file_name(&from);
    let to = folder.join(path);
    let failed = |error: std::io::Error| format!("{path}: {error}");
    repo::write(&to, text).map_err(failed)?;
    let (beside, copies) = (from.with_extension(""), to.with_extension(""));
    for file in repo::files_below(&beside).map_err(failed)? {
        let text = fs::read_to_string(&file).map_err(failed)?;
        let inner = file.strip_prefix(&beside).unwrap_or(&file);
        repo::write(&copies.join(inner), &text).map_err(failed)?;
    }
    let mut config = Config::new(repo::stem(&from));
    config.unused_types = true;
    let Generated {
        module,
        files,
        diagnostics,
        sources,
        ..
    } = generate(&to, &name, &config);
    let mut text = render::text(&diagnostics, &sources, &Style::default());
    text.push_str(&module);
    for (name, file) in &files {
        text.push_str(&format!("\n---- {name} ----\n{file}"));
    }
    Ok(Read { diagnostics, text })
}
