//! From byte offsets to lines and columns and back.

use std::ops::Range;

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text start.
#[derive(Debug, Clone)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The position of a byte; one past the end or within a character counts as the nearest before.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.start(line);
        let end = floor(self.text, offset);
        let before = self.text.get(start..end).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The positions of many bytes in ascending order, in one walk: a document may be one line.
    #[must_use]
    pub fn positions(&self, ascending: impl IntoIterator<Item = usize>) -> Vec<Position> {
        let mut here = Position { line: 1, column: 1 };
        let mut from = 0;
        let walk = ascending.into_iter().map(|offset| {
            let line = self.starts.partition_point(|&start| start <= offset);
            if line != here.line {
                here = Position { line, column: 1 };
                from = self.start(line);
            }
            let end = floor(self.text, offset);
            here.column += self
                .text
                .get(from..end)
                .map_or(0, |text| text.chars().count());
            from = from.max(end);
            here
        });
        walk.collect()
    }

    /// The bytes of a line, counted from 1, without its line break.
    #[must_use]
    pub fn range(&self, line: usize) -> Range<usize> {
        let start = self.start(line);
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    /// The byte at a line and a column, both from 1, the column in characters.
    #[must_use]
    pub fn offset(&self, position: Position) -> usize {
        let range = self.range(position.line);
        let line = self.text.get(range.clone()).unwrap_or_default();
        let column = line.char_indices().nth(position.column.saturating_sub(1));
        column.map_or(range.end, |(at, _)| range.start + at)
    }

    fn start(&self, line: usize) -> usize {
        let at = line.saturating_sub(1);
        self.starts.get(at).copied().unwrap_or(self.text.len())
    }
}

/// The nearest character boundary at or before `offset`.
pub(crate) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_there_and_back() {
        let text = "ab\r\nçd\n\nz";
        let lines = Lines::new(text);
        for (offset, line, column) in [(0, 1, 1), (4, 2, 1), (6, 2, 2), (8, 3, 1), (9, 4, 1)] {
            let position = Position { line, column };
            assert_eq!(lines.position(offset), position);
            assert_eq!(lines.offset(position), offset);
        }
        let all = (0..=text.len()).map(|offset| lines.position(offset));
        assert_eq!(lines.positions(0..=text.len()), all.collect::<Vec<_>>());
        assert_eq!(lines.range(1), 0..2);
        assert_eq!(lines.range(3), 8..8);
    }

    #[test]
    fn stays_within_the_text() {
        let lines = Lines::new("é");
        assert_eq!(lines.position(1), Position { line: 1, column: 1 });
        assert_eq!(lines.position(99), Position { line: 1, column: 2 });
        assert_eq!(lines.range(7), 2..2);
        assert_eq!(lines.offset(Position { line: 9, column: 9 }), 2);
        assert_eq!(Lines::new("").position(0), Position { line: 1, column: 1 });
    }
}
