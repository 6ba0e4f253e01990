//! Where text goes.

use std::io::{self, IsTerminal, Write};

use outspoken_codegen::render::Style;

use crate::Outcome;

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

/// How messages look there: in colour on a terminal, unless the user wants none.
pub(crate) fn style() -> Style {
    let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Style {
        color,
        ..Style::default()
    }
}
