//! One document, through the whole pipeline and back.

use std::{
    fs, panic,
    path::Path,
    time::{Duration, Instant},
};

use outspoken_codegen::{
    Config, Generated, generate,
    render::{self, Style},
};

/// How a document fared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A client came of it, of so many lines.
    Accepted(usize),
    /// It was refused, with so many diagnostics.
    Refused(usize),
    /// What must not happen, happened.
    Failed(String),
}

/// What a trial found.
#[derive(Debug, Clone)]
pub struct Trial {
    /// How it went.
    pub verdict: Verdict,
    /// How long generating and rendering took.
    pub elapsed: Duration,
}

/// Runs a document whose text is in a file. Panics are caught.
#[must_use]
pub fn run(path: &Path, name: &str) -> Trial {
    let start = Instant::now();
    let done = panic::catch_unwind(|| {
        let generated = generate(path, name, &Config::new("mutated"));
        let style = Style::default();
        let shown = render::text(&generated.diagnostics, &generated.sources, &style);
        let objects = render::json(&generated.diagnostics, &generated.sources);
        let closing = render::closing(&generated.diagnostics, name, &style);
        (generated, shown + &closing, objects)
    });
    let elapsed = start.elapsed();
    let verdict = match done {
        Ok((generated, shown, objects)) => judge(&generated, &shown, &objects),
        Err(payload) => Verdict::Failed(format!("panicked: {}", words(&*payload))),
    };
    Trial { verdict, elapsed }
}

/// Runs a document that is written into a folder first.
///
/// # Errors
/// When the file cannot be written.
pub fn run_bytes(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<Trial> {
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    Ok(run(&path, name))
}

fn words(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

fn judge(generated: &Generated, shown: &str, objects: &str) -> Verdict {
    let Generated {
        files, diagnostics, ..
    } = generated;
    if diagnostics.has_errors() != files.is_empty() {
        return Verdict::Failed("files beside errors, or neither".to_owned());
    }
    if shown.chars().any(|c| c.is_control() && c != '\n') {
        return Verdict::Failed("a control character is shown".to_owned());
    }
    let is_object = |line: &str| line.starts_with('{') && line.ends_with('}');
    if !objects.lines().all(is_object) {
        return Verdict::Failed("a line of JSON is no object".to_owned());
    }
    let mut lines = 0;
    for (name, text) in files {
        lines += text.lines().count();
        if let Err(error) = syn::parse_file(text) {
            return Verdict::Failed(format!("{name} is not Rust: {error}"));
        }
        if text.chars().any(|c| c != '\n' && is_unseen(c)) {
            return Verdict::Failed(format!("{name} holds a character that is not seen"));
        }
    }
    if diagnostics.has_errors() {
        Verdict::Refused(diagnostics.len())
    } else {
        Verdict::Accepted(lines)
    }
}

/// Characters that no one should find in source code.
fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
