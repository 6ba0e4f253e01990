//! `outspoken check`.

use std::io;

use outspoken_codegen::{Config, generate, render};

use crate::{Outcome, args::Check, out};

pub(crate) fn check(arguments: &Check) -> io::Result<Outcome> {
    let name = arguments.spec.display().to_string();
    let mut config = Config::new("checked");
    config.deny_warnings = arguments.deny_warnings;
    let done = generate(&arguments.spec, &name, &config);
    let style = out::style();
    out::say(&render::text(&done.diagnostics, &done.sources, &style));
    if done.diagnostics.has_errors() {
        out::say(&render::closing(
            &done.diagnostics,
            &format!("no client can be generated from {name}"),
            &style,
        ));
        out::say("\n");
        return Ok(Outcome::Fault);
    }
    out::answer(&format!(
        "{name}: a client can be generated: {}\n",
        render::counts(&done.diagnostics)
    ))
}
