//! `outspoken overlay`.

use std::io;

use outspoken_codegen::{Overlaid, overlaid, render};

use crate::{
    Outcome,
    args::{Document, Format, ShowOverlaid, Types},
    out, settings, terminal,
};

pub(crate) fn overlay(arguments: &ShowOverlaid) -> io::Result<Outcome> {
    let ShowOverlaid {
        document: Document { spec, settings },
        messages,
    } = arguments;
    let types = Types::default();
    let Some(config) = settings::config(spec, None, settings, &types, messages) else {
        return Ok(Outcome::Fault);
    };
    let name = spec.display().to_string();
    let Overlaid {
        text,
        diagnostics,
        sources,
        ..
    } = overlaid(spec, &name, &config);
    if messages.format == Format::Json {
        out::say(&render::json(&diagnostics, &sources));
    } else {
        let style = terminal::style();
        out::say(&render::text(&diagnostics, &sources, &style));
        if diagnostics.has_errors() {
            out::say(&render::closing(&diagnostics, &name, &style));
            out::say("\n");
        }
    }
    match text {
        Some(text) => out::answer(&text),
        None => Ok(Outcome::Fault),
    }
}
