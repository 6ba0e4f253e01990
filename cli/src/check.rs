//! `outspoken check`.

use std::io;

use outspoken_codegen::{render, report::Report};

use crate::{Outcome, args::Check, out};

pub(crate) fn check(arguments: &Check) -> io::Result<Outcome> {
    let read = out::read(
        &arguments.document,
        arguments.examples,
        &arguments.types,
        &arguments.messages,
    );
    let Some(done) = read else {
        return Ok(Outcome::Fault);
    };
    let name = out::shown(&arguments.document.spec);
    out::messages(&done, arguments.messages.format);
    let report = Report::new(&done);
    let target = arguments.report.file.as_deref();
    if !out::report(&report, target, &done)? {
        return Ok(Outcome::Usage);
    }
    if done.diagnostics.has_errors() {
        return Ok(Outcome::Fault);
    }
    let summary = format!(
        "{name}: a client can be generated: {}\n",
        render::counts(&done.diagnostics)
    );
    out::close(&summary, target)
}
