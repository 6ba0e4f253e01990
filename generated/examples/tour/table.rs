//! The table, as text.

use std::ptr;

use crate::{
    text::{cut, cut_middle, one_line},
    visit::{Row, Visit},
};

/// Fits a terminal of 100 columns, without a line that touches its edge.
const WIDTH: usize = 99;

/// How wide the table is, and whether it has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    width: usize,
    colours: bool,
}

impl Look {
    /// What suits standard output and the environment.
    pub(crate) fn of_terminal(terminal: bool, get: impl Fn(&str) -> Option<String>) -> Self {
        let columns = get("COLUMNS").and_then(|columns| columns.parse::<usize>().ok());
        Self {
            width: columns.map_or(WIDTH, |columns| columns.clamp(80, 200) - 1),
            colours: terminal && get("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    fn paint(self, colour: &str, text: &str) -> String {
        if self.colours && !text.is_empty() {
            format!("\x1b[{colour}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

const BOLD: &str = "1";
const FAINT: &str = "2";
const RED: &str = "31";
const GREEN: &str = "32";
const YELLOW: &str = "33";

/// Renders all that was visited: below each operation the bodies, and below each body a row for
/// each status that it was sent under.
pub(crate) fn render(visits: &[Visit], look: Look) -> String {
    let rows: Vec<_> = visits.iter().flat_map(|visit| &visit.rows).collect();
    let errors = rows.iter().filter(|row| !row.outcome.is_ok());
    let got = errors.map(|row| row.outcome.got.chars().count()).max();
    let got = got.unwrap_or_default();
    let mut lines = vec![
        look.paint(
            FAINT,
            &format!(
                "  the server sent\n    HTTP  {:got$}  which says",
                "the caller got"
            ),
        ),
        look.paint(FAINT, &"─".repeat(look.width)),
    ];
    for visit in visits {
        lines.push(look.paint(BOLD, visit.endpoint.method));
        lines.push(look.paint(FAINT, &cut(visit.endpoint.request, look.width)));
        for same_body in visit.rows.chunk_by(|a, b| ptr::eq(a.scenario, b.scenario)) {
            lines.extend(same_body.first().map(|row| sent(row, look)));
            lines.extend(same_body.iter().map(|row| line(row, got, look)));
        }
        lines.push(String::new());
    }
    let wrong = rows.iter().filter(|row| row.fault.is_some()).count();
    lines.push(match wrong {
        0 => format!("{} calls, and all came out as they must.\n", rows.len()),
        _ => format!("{} calls, and {wrong} came out wrong.\n", rows.len()),
    });
    lines.join("\n")
}

fn sent(row: &Row, look: Look) -> String {
    let body = one_line(row.scenario.shown_body());
    format!("  {}", cut_middle(&body, look.width - 2))
}

fn line(row: &Row, column: usize, look: Look) -> String {
    let (mark, status) = (if row.fault.is_some() { '✗' } else { ' ' }, row.status);
    // Mark, status and gaps take 10 columns; the gap before what an error says takes 2 more.
    let room = look.width - 10;
    let (colour, text) = match &row.outcome.says {
        // Nothing stands beside an output, so it may be wider.
        None => (GREEN, (cut(&row.outcome.got, room), String::new())),
        Some(says) => {
            let got = format!("{:column$}", cut(&row.outcome.got, column));
            let says = cut(&one_line(says), room.saturating_sub(column + 2));
            (YELLOW, (got, format!("  {says}")))
        }
    };
    let colour = if row.fault.is_some() { RED } else { colour };
    format!(
        "  {mark} {status:<4}  {}{}",
        look.paint(colour, &text.0),
        text.1
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_for_terminals() {
        let none = |_: &str| None;
        assert!(Look::of_terminal(true, none).colours);
        assert!(!Look::of_terminal(false, none).colours);
        let set = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
        assert!(!Look::of_terminal(true, set).colours);
    }
}
