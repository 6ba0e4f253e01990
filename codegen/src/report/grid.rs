//! Columns of wrapped text.

use unicode_width::UnicodeWidthChar;

/// What stands between two columns.
const GAP: usize = 2;

/// A table: its head, and rows of as many cells.
pub(super) struct Grid {
    pub(super) head: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A column's name, and what it does where there is not room enough for all.
pub(super) enum Column {
    /// It stays as wide as its words, unless it would take half of what is left.
    Firm(&'static str),
    /// It is wrapped.
    Soft(&'static str),
    /// It is wrapped, and makes room for others: names of types are read in parts.
    Softer(&'static str),
}

/// A cell: each paragraph starts a line.
pub(super) type Cell = Vec<String>;

impl Grid {
    /// The lines of the table, none of them wider than `width` columns of the terminal.
    pub(super) fn lines(&self, width: usize) -> Vec<String> {
        let widths = self.widths(width);
        let names = self
            .head
            .iter()
            .map(|column| vec![column.name().to_owned()]);
        let mut lines = row(&names.collect::<Vec<_>>(), &widths);
        let rule = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
        lines.push("─".repeat(rule));
        let rows: Vec<_> = self.rows.iter().map(|cells| row(cells, &widths)).collect();
        let mut before = 0;
        for row in rows {
            // A row of several lines would run into its neighbours.
            if before > 1 || (before == 1 && row.len() > 1) {
                lines.push(String::new());
            }
            before = row.len();
            lines.extend(row);
        }
        lines
    }

    /// What each column gets, firm ones first: a soft one that needs less than an even share has
    /// it, and leaves the rest to the others. A softer one has what they leave, or two fifths.
    fn widths(&self, width: usize) -> Vec<usize> {
        let names = self.head.iter().map(|column| columns(column.name()));
        let mut widths: Vec<usize> = names.collect();
        for cells in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(cells) {
                let own = cell.iter().map(|text| columns(text)).max().unwrap_or(0);
                *widest = own.max(*widest);
            }
        }
        let mut order: Vec<_> = self.head.iter().zip(&mut widths).collect();
        order.sort_by_key(|(column, own)| (column.rank(), **own));
        let mut later: usize = order.iter().map(|(_, own)| **own).sum();
        let mut left = width.saturating_sub(GAP * order.len().saturating_sub(1));
        let count = order.len();
        for (position, (column, own)) in order.into_iter().enumerate() {
            later -= *own;
            let share = match column {
                Column::Firm(_) => left / 2,
                Column::Softer(_) => {
                    // No less than the first part of most names, where there is room for that.
                    let least = (left * 2 / 5).max(14).min(left / 2);
                    left.saturating_sub(later).max(least)
                }
                Column::Soft(_) => left / (count - position),
            };
            *own = (*own).min(share).max(1);
            left = left.saturating_sub(*own);
        }
        widths
    }
}

impl Column {
    fn name(&self) -> &'static str {
        let (Self::Firm(name) | Self::Soft(name) | Self::Softer(name)) = self;
        name
    }

    /// When it gets its share.
    fn rank(&self) -> u8 {
        match self {
            Self::Firm(_) => 0,
            Self::Softer(_) => 1,
            Self::Soft(_) => 2,
        }
    }
}

fn row(cells: &[Cell], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| {
            // In a narrow column there is no room to set lines in.
            let indent = if *width < 16 { "" } else { "  " };
            cell.iter()
                .flat_map(|text| wrap(text, *width, indent))
                .collect()
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let lines = (0..height).map(|at| {
        let mut line = String::new();
        for (cell, width) in wrapped.iter().zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat(width.saturating_sub(columns(text)) + GAP));
        }
        line.truncate(line.trim_end().len());
        line
    });
    lines.collect()
}

/// Breaks a paragraph at spaces, and words that are too long within; what follows the first line
/// starts with `indent`.
pub(super) fn wrap(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word = word;
        let is_first = line.is_empty() || line == indent;
        if !is_first && columns(&line) + 1 + columns(word) <= width {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        if !is_first {
            lines.push(std::mem::replace(&mut line, indent.to_owned()));
        }
        while columns(&line) + columns(word) > width {
            let (head, tail) = split(word, width.saturating_sub(columns(&line)));
            line.push_str(head);
            word = tail;
            if word.is_empty() {
                break;
            }
            lines.push(std::mem::replace(&mut line, indent.to_owned()));
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// Splits a word that is too long: before a new part of it if there is one that fits, and never
/// into nothing and the rest.
fn split(word: &str, width: usize) -> (&str, &str) {
    let mut used = 0;
    let mut most = None;
    let mut best = None;
    let mut before = None;
    for (at, letter) in word.char_indices() {
        let is_part = |before: char| match letter {
            '/' => before != '/',
            '_' => false,
            _ => before == '_' || (letter.is_uppercase() && !before.is_uppercase()),
        };
        if before.is_some_and(is_part) {
            best = Some(at);
        }
        used += letter.width().unwrap_or(0);
        if used > width && before.is_some() {
            most = Some(at);
            break;
        }
        before = Some(letter);
    }
    word.split_at(best.or(most).unwrap_or(word.len()))
}

/// How many columns of the terminal a text takes (Unicode Standard Annex #11).
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| vec![(*text).to_owned()]).collect()
    }

    #[test]
    fn columns_are_as_wide_as_they_must_be() {
        let grid = Grid {
            head: vec![Column::Firm("A"), Column::Firm("Bee")],
            rows: vec![cells(&["one", "two"]), cells(&["状态", "x"])],
        };
        let lines = ["A     Bee", "─────────", "one   two", "状态  x"];
        assert_eq!(grid.lines(80), lines);
    }

    #[test]
    fn long_cells_share_what_is_there() {
        let text = "a condition that is longer than all of the line";
        let grid = Grid {
            head: vec![
                Column::Firm("No"),
                Column::Soft("Condition"),
                Column::Softer("Type"),
            ],
            rows: vec![cells(&["1", text, "ErrorResponseOfAllOperations"])],
        };
        for width in [20, 30, 40, 60] {
            let lines = grid.lines(width);
            assert!(
                lines.iter().all(|line| columns(line) <= width),
                "{lines:#?}"
            );
        }
        assert_eq!(
            grid.lines(40),
            [
                "No  Condition             Type",
                "────────────────────────────────────────",
                "1   a condition that is   ErrorResponse",
                "      longer than all of  OfAll",
                "      the line            Operations"
            ]
        );
    }

    #[test]
    fn words_are_broken_where_they_must_be() {
        assert_eq!(wrap("", 10, ""), [""]);
        assert_eq!(wrap("unbreakable", 4, ""), ["unbr", "eaka", "ble"]);
        assert_eq!(wrap("/errors/code = 1", 9, ""), ["/errors", "/code = 1"]);
        assert_eq!(wrap("https://a.b/c/d", 10, ""), ["https:", "//a.b/c/d"]);
        assert_eq!(wrap("\"__not_found\"", 10, ""), ["\"__not_", "found\""]);
        assert_eq!(wrap("日本語", 1, ""), ["日", "本", "語"]);
    }
}
