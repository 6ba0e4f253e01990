//! Blocks in YAML, as documents.

use std::{fs, path::PathBuf};

use outspoken_codegen::{
    Config, Generated, OverlayFile,
    diagnostic::{Code, Severity},
    generate,
    render::{self, Style},
};
use outspoken_tests::repo;

use super::fence::Fence;

/// Puts a block into a document, in the place of the comment that names it: `# operation`.
pub(crate) fn insert(document: &str, place: &str, block: &Fence) -> Result<String, String> {
    let mut whole = String::new();
    let mut found = false;
    for line in document.lines() {
        let comment = line.trim_start();
        if comment.strip_prefix("# ") == Some(place) {
            found = true;
            let indent = line.strip_suffix(comment).unwrap_or_default();
            for line in &block.lines {
                whole.push_str(&format!("{indent}{line}\n"));
            }
        } else {
            whole.push_str(&format!("{line}\n"));
        }
    }
    if found {
        Ok(whole)
    } else {
        Err(format!("the document above has no comment `# {place}`"))
    }
}

/// What is generated from a text.
pub(crate) fn read(name: &str, text: &str) -> Generated {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("docs-documents");
    let path = path.join(format!("{name}.yaml"));
    repo::write(&path, text).unwrap();
    generate(&path, &repo::file_name(&path), &Config::new(name))
}

/// What is generated from a text that an overlay changes.
pub(crate) fn read_with(name: &str, text: &str, overlay: &str) -> Generated {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("docs-documents");
    let path = folder.join(format!("{name}.yaml"));
    let overlay_path = folder.join(format!("{name}.overlay.yaml"));
    repo::write(&path, text).unwrap();
    repo::write(&overlay_path, overlay).unwrap();
    let mut config = Config::new(name);
    config.overlays.push(OverlayFile::new(overlay_path));
    generate(&path, &repo::file_name(&path), &config)
}

/// The client of a document in `specs`.
pub(crate) fn of_spec(name: &str) -> Generated {
    let path = repo::root().join(format!("specs/{name}.yaml"));
    generate(&path, name, &Config::new(name))
}

/// Whether a block is an excerpt of a document in `specs`, however deep it stands there.
pub(crate) fn is_excerpt(name: &str, block: &Fence) -> bool {
    let path = repo::root().join(format!("specs/{name}.yaml"));
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    lines.windows(block.lines.len()).any(|window| {
        let indent = window[0].len() - window[0].trim_start().len();
        let mut pairs = window.iter().zip(&block.lines);
        pairs.all(|(line, shown)| line.get(indent..).unwrap_or_default() == shown)
    })
}

/// Compares what was said of a document with what the page says of it: that it is refused or warned
/// of with a code, or that there is nothing to say.
pub(crate) fn judge(block: &Fence, generated: &Generated) -> Result<(), String> {
    let codes = |severity: Severity| -> Vec<Code> {
        let found = generated.diagnostics.iter();
        let found = found.filter(|one| one.severity == severity);
        found.map(|one| one.code).collect()
    };
    let wanted = |key: &str| -> Vec<Code> {
        let code = block.value(key).map(|code| code.parse().unwrap());
        code.into_iter().collect()
    };
    let is_as_told = |severity, key| {
        let (found, wanted) = (codes(severity), wanted(key));
        found.iter().all(|code| wanted.contains(code))
            && wanted.iter().all(|code| found.contains(code))
    };
    if is_as_told(Severity::Error, "refused") && is_as_told(Severity::Warning, "warned") {
        return Ok(());
    }
    let said = render::text(
        &generated.diagnostics,
        &generated.sources,
        &Style::default(),
    );
    Err(format!("the page says otherwise than:\n{said}"))
}
