//! Tables.

use super::clean::indent;

/// More columns than that are no table for people.
const WIDEST: usize = 64;

/// A table, its cells still unread.
#[derive(Debug, PartialEq)]
pub(super) struct Table {
    /// The row of dashes, whose colons say how columns are aligned.
    pub(super) rule: Vec<String>,
    /// The header first. A row has at most as many cells as the header.
    pub(super) rows: Vec<Vec<String>>,
}

/// Whether a table starts at the first line: a header, and below it dashes for as many columns.
pub(super) fn starts(lines: &[String]) -> bool {
    let [header, rule, ..] = lines else {
        return false;
    };
    header.contains('|')
        && indent(header) < 4
        && is_rule(rule)
        && rule.contains('|')
        && cells(header).len() == cells(rule).len()
        && cells(header).len() <= WIDEST
}

/// Reads the table that starts at the first line, and how many lines it takes.
pub(super) fn parse(lines: &[String]) -> Option<(Table, usize)> {
    if !starts(lines) {
        return None;
    }
    let [header, rule, rest @ ..] = lines else {
        return None;
    };
    let header = cells(header);
    let width = header.len();
    let rule = cells(rule).iter().map(|cell| dashes(cell)).collect();
    let mut table = Table {
        rule,
        rows: vec![header],
    };
    let body = rest.iter().take_while(|line| line.contains('|'));
    table
        .rows
        .extend(body.map(|line| fitted(cells(line), width)));
    let taken = table.rows.len() + 1;
    Some((table, taken))
}

/// Whether a line could be the row of dashes below a header.
pub(super) fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '-' | '|' | ':' | ' '))
}

fn dashes(cell: &str) -> String {
    let left = if cell.starts_with(':') { ":" } else { "" };
    let right = if cell.ends_with(':') { ":" } else { "" };
    format!("{left}---{right}")
}

/// Cells beyond the header's would be dropped from the page: they join the last one.
fn fitted(mut cells: Vec<String>, width: usize) -> Vec<String> {
    if cells.len() > width {
        let rest = cells.split_off(width.saturating_sub(1));
        cells.push(rest.join(" | "));
    }
    cells
}

/// The cells of a row, with `\|` as the pipe that it stands for.
fn cells(line: &str) -> Vec<String> {
    let row = line.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for letter in row.chars() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '|' if escaped => {
                cell.pop();
                cell.push('|');
            }
            '|' => cells.push(String::new()),
            _ => cell.push(letter),
        }
        escaped = letter == '\\' && !escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn reads_rows() {
        let (table, taken) = parse(&lines("| a | b\n:-|-:|\n1 | 2 | 3\n| x\\|y |\nend")).unwrap();
        assert_eq!(taken, 4);
        assert_eq!(table.rule, [":---", "---:"]);
        assert_eq!(
            table.rows,
            [vec!["a", "b"], vec!["1", "2 | 3"], vec!["x|y"]]
        );
    }

    #[test]
    fn wants_dashes_for_each_column() {
        assert!(!starts(&lines("a | b\n---")));
        assert!(!starts(&lines("a | b | c\n---|---")));
        assert!(starts(&lines("|a|\n|-|")));
    }
}
