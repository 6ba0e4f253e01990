//! `outspoken config`.

use std::{io, path::Path};

use crate::{Outcome, args::ShowConfig, out, settings};

pub(crate) fn config(arguments: &ShowConfig) -> io::Result<Outcome> {
    let ShowConfig {
        spec,
        json,
        settings,
        types,
        messages,
    } = arguments;
    let spec = spec.as_deref().unwrap_or(Path::new(""));
    match settings::config(spec, None, settings, types, messages) {
        Some(config) if *json => out::answer(&config.to_json()),
        Some(config) => out::answer(&config.to_toml()),
        None => Ok(Outcome::Fault),
    }
}
