//! `outspoken generate`.

use std::{io, mem::ManuallyDrop, path};

use outspoken_codegen::{
    Generated, Package, PackageError, Runtime, diagnostic::Code, generate, render, report::Counts,
};

use crate::{Outcome, args::Generate, out, settings};

pub(crate) fn generate_package(arguments: &Generate) -> io::Result<Outcome> {
    let runtime = match &arguments.runtime_path {
        Some(folder) => Runtime::Path(path::absolute(folder)?),
        None => Runtime::Published,
    };
    let config = settings::config(
        &arguments.document.spec,
        arguments.name.as_deref(),
        &arguments.document.settings,
        &arguments.types,
        &arguments.messages,
    );
    let Some(mut config) = config else {
        return Ok(Outcome::Fault);
    };
    if arguments.with_tests {
        config.with_tests = true;
        config.note_argument("with-tests");
    }
    let package = match Package::new(&config.name, runtime) {
        Ok(package) => package,
        // The document's file is called in a way that a crate cannot be.
        Err(_) if !config.is_said("name") => {
            out::say(
                "error: the crate has no name: write `--name NAME`, or `name` in outspoken.toml\n",
            );
            return Ok(Outcome::Usage);
        }
        Err(error) => return Ok(usage(&error)),
    };
    let name = arguments.document.spec.display().to_string();
    // It is needed to the end, and what it holds goes with the process.
    let done = ManuallyDrop::new(generate(&arguments.document.spec, &name, &config));
    out::messages(&done, arguments.messages.format);
    let target = arguments.report.file.as_deref();
    if !out::report(&package.report(&done), target, &done)? {
        return Ok(Outcome::Usage);
    }
    if done.diagnostics.has_errors() {
        return Ok(Outcome::Fault);
    }
    if arguments.check {
        return check(arguments, &package, &done);
    }
    match package.write(&done, &arguments.out, arguments.force) {
        Ok(written) => out::close(&summary(arguments, &done, written.len()), target),
        Err(error @ PackageError::Edited(_)) => {
            let code = Code::OutputConflict;
            out::say(&format!(
                "error[{code}]: {error}\n  = help: move your changes to files of your own, or \
                 overwrite these with `--force`\n"
            ));
            Ok(Outcome::Fault)
        }
        Err(error) => {
            out::say(&format!(
                "error: cannot write to `{}`: {error}\n",
                out::shown(&arguments.out)
            ));
            Ok(Outcome::Usage)
        }
    }
}

fn check(arguments: &Generate, package: &Package, done: &Generated) -> io::Result<Outcome> {
    let stale = match package.stale(done, &arguments.out) {
        Ok(stale) => stale,
        Err(error) => return Ok(usage(&error)),
    };
    for path in &stale {
        let path = out::shown(&arguments.out.join(path));
        out::say(&format!("stale: {path}\n"));
    }
    if stale.is_empty() {
        return out::close("up to date\n", arguments.report.file.as_deref());
    }
    Ok(Outcome::Fault)
}

fn usage(error: &PackageError) -> Outcome {
    out::say(&format!("error: {error}\n"));
    Outcome::Usage
}

fn summary(arguments: &Generate, done: &Generated, written: usize) -> String {
    let Counts {
        operations,
        types,
        unused_types,
        lines,
        untyped,
        changed_names,
        ..
    } = Counts::of(done);
    let unused = match unused_types {
        0 => String::new(),
        unused => format!(" (and {unused} that nothing uses left out: --unused-types)"),
    };
    format!(
        "{}: operations: {operations}, types: {types}{unused}, lines: {lines}, files changed: {written}, \
         places without a type: {untyped}, changed names: {changed_names}; {}\n",
        out::shown(&arguments.out),
        render::counts(&done.diagnostics)
    )
}
