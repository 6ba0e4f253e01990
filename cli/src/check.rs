//! `outspoken check`.

use std::io;

use outspoken_codegen::{Config, generate, render};

use crate::{Outcome, args::Check, out};

pub(crate) fn check(arguments: &Check) -> io::Result<Outcome> {
    let name = arguments.document.spec.display().to_string();
    let mut config = Config::new("checked");
    config.deny_warnings = arguments.messages.deny_warnings;
    config
        .ref_dirs
        .clone_from(&arguments.document.allow_ref_dir);
    let done = generate(&arguments.document.spec, &name, &config);
    let failed = format!("no client can be generated from {name}");
    out::report(&done, &failed, arguments.messages.format);
    if done.diagnostics.has_errors() {
        return Ok(Outcome::Fault);
    }
    out::answer(&format!(
        "{name}: a client can be generated: {}\n",
        render::counts(&done.diagnostics)
    ))
}
