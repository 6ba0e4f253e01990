//! What the tour is asked to do.

use std::{ffi::OsString, fmt::Write};

use crate::live;

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The tour on this machine.
    Tour,
    /// The real hosts.
    Live,
    /// What there is to ask for.
    Help,
}

/// How the tour is called.
pub(crate) const USAGE: &str = "usage: cargo run --example tour [-- --live | --help]";

/// Reads the arguments.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Wish, String> {
    let mut wish = Wish::Tour;
    for argument in arguments {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Wish::Help),
            Some("--live") => wish = Wish::Live,
            _ => return Err(format!("unknown argument {argument:?}")),
        }
    }
    Ok(wish)
}

/// The whole help.
pub(crate) fn help() -> String {
    let mut text = format!(
        "Calls three APIs through their generated clients and shows what came.\n\
         Without arguments, a server on this machine plays the APIs: no network, no key.\n\n\
         {USAGE}\n\n\
         Options:\n  \
         --live  Calls the real hosts of those APIs whose variables are all set.\n          \
         The calls delete things: each is asked about first, and only `yes` sends it.\n  \
         --help  Shows this text.\n\n\
         Variables:\n"
    );
    for api in &live::APIS {
        for variable in api.variables {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "  {:<23}{}", variable.name, variable.meaning);
        }
    }
    text.push_str("  COLUMNS                How wide the table may be; 100 unless set\n");
    text.push_str("  NO_COLOR               No colours, also on a terminal\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<Wish, String> {
        read(arguments.iter().map(OsString::from))
    }

    #[test]
    fn arguments_are_read() {
        assert_eq!(of(&[]), Ok(Wish::Tour));
        assert_eq!(of(&["--live"]), Ok(Wish::Live));
        assert_eq!(of(&["--live", "--help"]), Ok(Wish::Help));
        assert_eq!(
            of(&["--lvie"]),
            Err("unknown argument \"--lvie\"".to_owned())
        );
    }

    #[test]
    fn the_help_names_every_variable() {
        let text = help();
        for variable in live::APIS.iter().flat_map(|api| api.variables) {
            assert!(text.contains(variable.name));
        }
    }
}
