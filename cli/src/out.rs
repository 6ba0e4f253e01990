//! Where text goes.

use std::{
    io::{self, Write},
    path::Path,
};

use outspoken_codegen::{Generated, generate, render, report::Report};

use crate::{
    Outcome,
    args::{Document, Format, Messages, Types},
    settings, terminal,
};

/// Reads a document of which no crate is to be written: its module is called after the file, as
/// build scripts do, unless the settings say otherwise. Examples are compared with their schemas where
/// that is asked for. `None` where the settings are at fault.
pub(crate) fn read(
    document: &Document,
    examples: bool,
    types: &Types,
    messages: &Messages,
) -> Option<Generated> {
    let Document { spec, settings } = document;
    let mut config = settings::config(spec, None, settings, types, messages)?;
    config.with_tests |= examples;
    Some(generate(spec, &spec.display().to_string(), &config))
}

/// Writes what was asked for.
pub(crate) fn answer(text: &str) -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Writes what there is to say beside it. That nobody listens is no obstacle.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Shows what there is to say of a document, and how it ended where it did not go well.
pub(crate) fn messages(done: &Generated, format: Format) {
    let Generated {
        document,
        diagnostics,
        sources,
        ..
    } = done;
    if format == Format::Json {
        return say(&render::json(diagnostics, sources));
    }
    let style = terminal::style();
    say(&render::text(diagnostics, sources, &style));
    if diagnostics.has_errors() {
        say(&render::closing(diagnostics, document, &style));
        say("\n");
    }
}

/// Writes the report where it was asked for. Gives `false`, and says why, where that is not
/// possible.
pub(crate) fn report(
    report: &Report<'_>,
    target: Option<&Path>,
    done: &Generated,
) -> io::Result<bool> {
    let Some(target) = target else {
        return Ok(true);
    };
    if is_stdout(target) {
        return match answer(&report.json()) {
            // Whoever reads it has had enough of it, which is no reason to leave out the rest.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(true),
        };
    }
    let mut read = done.sources.names();
    let why = if read.any(|name| is_same(target, Path::new(name))) {
        "the document is in it".to_owned()
    } else if let Err(error) = report.write(target) {
        error.to_string()
    } else {
        return Ok(true);
    };
    let target = shown(target);
    say(&format!(
        "error: cannot write the report to `{target}`: {why}\n"
    ));
    Ok(false)
}

/// Ends a command with what came of it: beside the report, where that is printed.
pub(crate) fn close(summary: &str, report: Option<&Path>) -> io::Result<Outcome> {
    if report.is_some_and(is_stdout) {
        say(summary);
        return Ok(Outcome::Done);
    }
    answer(summary)
}

/// A path as it is typed, fit for a terminal.
pub(crate) fn shown(path: &Path) -> String {
    render::message(&path.display().to_string())
}

fn is_stdout(target: &Path) -> bool {
    target.as_os_str() == "-"
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
