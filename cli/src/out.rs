//! Where text goes.

use std::io::{self, IsTerminal, Write};

use outspoken_codegen::{
    Generated,
    render::{self, Style},
};

use crate::{Outcome, args::Format};

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
pub(crate) fn report(done: &Generated, failed: &str, format: Format) {
    let Generated {
        diagnostics,
        sources,
        ..
    } = done;
    if format == Format::Json {
        return say(&render::json(diagnostics, sources));
    }
    let style = style();
    say(&render::text(diagnostics, sources, &style));
    if diagnostics.has_errors() {
        say(&render::closing(diagnostics, failed, &style));
        say("\n");
    }
}

/// How messages look there: in colour on a terminal, unless the user wants none.
fn style() -> Style {
    let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Style {
        color,
        ..Style::default()
    }
}
