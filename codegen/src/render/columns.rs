//! Which columns of a terminal marks take: what does not fit at once is cut out apart.

use std::ops::Range;

use super::mark::{BESIDE_MARK, Mark};

/// From where the first mark begins to where the last label ends, if there is any.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Columns(Option<(usize, usize)>);

impl Columns {
    /// Those of some marks, in the part of a line that is shown.
    pub(super) fn of(text: &str, shown: &Range<usize>, marks: &[Mark<'_>], width: usize) -> Self {
        let column = |byte: usize| {
            let before = text.get(shown.start..byte.clamp(shown.start, shown.end));
            before.unwrap_or_default().chars().count()
        };
        let columns = marks.iter().map(|mark| {
            let start = column(mark.range.start);
            let marked = column(mark.range.end).saturating_sub(start);
            let marked = marked.min(mark.longest(width));
            Self(Some((start, start + marked + mark.label_length())))
        });
        columns.fold(Self::default(), Self::with)
    }

    /// Both of them.
    pub(super) fn with(self, other: Self) -> Self {
        match (self.0, other.0) {
            (Some(one), Some(other)) => Self(Some((one.0.min(other.0), one.1.max(other.1)))),
            (one, other) => Self(one.or(other)),
        }
    }

    /// Whether they can be shown at once.
    pub(super) fn fit(self, width: usize) -> bool {
        let taken = self.0.map_or(0, |(start, end)| end.saturating_sub(start));
        taken + BESIDE_MARK <= width
    }
}

/// How far the first mark of a line is from where the last one begins, in bytes.
pub(super) fn reach(marks: &[Mark<'_>]) -> usize {
    let starts = || marks.iter().map(|mark| mark.range.start);
    let first = starts().min().unwrap_or_default();
    starts().max().unwrap_or_default() - first
}
