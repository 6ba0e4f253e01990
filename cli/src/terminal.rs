//! What the place where messages go can show.

use std::{
    env,
    ffi::OsString,
    io::{self, IsTerminal},
};

use outspoken_codegen::render::Style;
use terminal_size::{Width, terminal_size_of};

/// How messages look on standard error: as wide as the terminal. Elsewhere, such as in a file,
/// they are as wide as in a build.
pub(crate) fn style() -> Style {
    let stream = io::stderr();
    let usual = Style::default();
    Style {
        color: has_color(stream.is_terminal(), |name| env::var_os(name)),
        width: columns(terminal_size_of(&stream)).unwrap_or(usual.width),
        ..usual
    }
}

/// The columns of the terminal that shows the output; 80 where there is none.
pub(crate) fn width() -> usize {
    columns(terminal_size_of(io::stdout())).unwrap_or(80)
}

/// A terminal that does not know its width says that it has no columns.
fn columns(size: Option<(Width, terminal_size::Height)>) -> Option<usize> {
    let (Width(columns), _) = size?;
    (columns > 0).then_some(columns.into())
}

/// Whether there is colour: as the user's variables say (<https://no-color.org>,
/// <https://bixense.com/clicolors>), else on a terminal only.
fn has_color(is_terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let is = |name, value: &str| variable(name).is_some_and(|found| found == value);
    if is_set("NO_COLOR") {
        false
    } else if is_set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") {
        true
    } else {
        is_terminal && !is("CLICOLOR", "0") && !is("TERM", "dumb")
    }
}

#[cfg(test)]
mod tests {
    use terminal_size::Height;

    use super::*;

    fn color(is_terminal: bool, variables: &[(&str, &str)]) -> bool {
        has_color(is_terminal, |name| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn colour_is_for_terminals() {
        assert!(color(true, &[("TERM", "xterm")]));
        assert!(!color(false, &[("TERM", "xterm")]));
        assert!(!color(true, &[("TERM", "dumb")]));
    }

    #[test]
    fn colour_is_as_the_user_wants_it() {
        assert!(!color(true, &[("NO_COLOR", "1")]));
        assert!(color(true, &[("NO_COLOR", "")]));
        assert!(!color(true, &[("CLICOLOR", "0")]));
        assert!(color(false, &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")]));
        assert!(!color(false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!color(true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    }

    #[test]
    fn a_width_of_nothing_is_none() {
        assert_eq!(columns(Some((Width(80), Height(24)))), Some(80));
        assert_eq!(columns(Some((Width(0), Height(0)))), None);
        assert_eq!(columns(None), None);
    }
}
