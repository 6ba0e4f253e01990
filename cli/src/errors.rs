//! `outspoken errors`.

use std::io;

use outspoken_codegen::report;

use crate::{Outcome, args::Errors, out, terminal};

pub(crate) fn errors(arguments: &Errors) -> io::Result<Outcome> {
    let read = out::read(
        &arguments.document,
        false,
        &arguments.types,
        &arguments.messages,
    );
    let Some(done) = read else {
        return Ok(Outcome::Fault);
    };
    out::messages(&done, arguments.messages.format);
    if done.diagnostics.has_errors() {
        return Ok(Outcome::Fault);
    }
    let errors = match report::Errors::of(&done).only(&arguments.operations) {
        Ok(errors) => errors,
        Err(unknown) => {
            for operation in unknown {
                out::say(&format!("error: {operation}\n"));
            }
            return Ok(Outcome::Usage);
        }
    };
    out::answer(&if arguments.json {
        errors.json()
    } else {
        errors.table(terminal::width())
    })
}
