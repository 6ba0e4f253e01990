//! `outspoken explain`.

use std::io;

use outspoken_codegen::diagnostic::Code;

use crate::{Outcome, out};

pub(crate) fn explain(code: Code) -> io::Result<Outcome> {
    out::answer(&format!(
        "{code} ({})\n\n{}\n",
        code.severity().as_str(),
        code.explanation().trim_end()
    ))
}
