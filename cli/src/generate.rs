//! `outspoken generate`.

use std::{io, path};

use outspoken_codegen::{Config, Generated, Package, PackageError, Runtime, generate, render};

use crate::{Outcome, args::Generate, out};

pub(crate) fn generate_package(arguments: &Generate) -> io::Result<Outcome> {
    let runtime = match &arguments.runtime_path {
        Some(folder) => Runtime::Path(path::absolute(folder)?),
        None => Runtime::Published,
    };
    let package = match Package::new(&arguments.name, runtime) {
        Ok(package) => package,
        Err(error) => return Ok(usage(&error)),
    };
    let name = arguments.document.spec.display().to_string();
    let mut config = Config::new(&arguments.name);
    config.deny_warnings = arguments.messages.deny_warnings;
    config
        .ref_dirs
        .clone_from(&arguments.document.allow_ref_dir);
    let done = generate(&arguments.document.spec, &name, &config);
    out::report(
        &done,
        &format!("could not generate from {name}"),
        arguments.messages.format,
    );
    if done.diagnostics.has_errors() {
        return Ok(Outcome::Fault);
    }
    if arguments.check {
        return check(arguments, &package, &done);
    }
    match package.write(&done, &arguments.out, arguments.force) {
        Ok(written) => out::answer(&summary(arguments, &done, written.len())),
        Err(PackageError::Io(error)) => {
            out::say(&format!(
                "error: cannot write to `{}`: {error}\n",
                arguments.out.display()
            ));
            Ok(Outcome::Usage)
        }
        Err(error) => {
            out::say(&format!(
                "error: {error}\n  = help: `--force` overwrites them\n"
            ));
            Ok(Outcome::Fault)
        }
    }
}

fn check(arguments: &Generate, package: &Package, done: &Generated) -> io::Result<Outcome> {
    let stale = match package.stale(done, &arguments.out) {
        Ok(stale) => stale,
        Err(error) => return Ok(usage(&error)),
    };
    for path in &stale {
        out::say(&format!("stale: {}\n", arguments.out.join(path).display()));
    }
    if stale.is_empty() {
        return out::answer("up to date\n");
    }
    Ok(Outcome::Fault)
}

fn usage(error: &PackageError) -> Outcome {
    out::say(&format!("error: {error}\n"));
    Outcome::Usage
}

fn summary(arguments: &Generate, done: &Generated, written: usize) -> String {
    let lines: usize = done
        .files
        .iter()
        .map(|(_, text)| text.lines().count())
        .sum();
    format!(
        "{}: operations: {}, lines: {lines}, files changed: {written}; {}\n",
        arguments.out.display(),
        done.operations,
        render::counts(&done.diagnostics)
    )
}
