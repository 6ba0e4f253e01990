//! Something to underline.

use std::ops::Range;

use annotate_snippets::AnnotationKind;

/// What else a line has beside marks and labels: its number, and what was cut before and after.
pub(super) const BESIDE_MARK: usize = 24;
/// A mark stays at least this long, however long its label is.
const LEAST_MARKED: usize = 10;

/// Something to underline.
#[derive(Debug)]
pub(super) struct Mark<'d> {
    pub(super) range: Range<usize>,
    pub(super) label: Option<String>,
    pub(super) kind: AnnotationKind,
    /// What the line above the excerpt says.
    pub(super) origin: &'d str,
}

impl Mark<'_> {
    /// The characters of the label.
    pub(super) fn label_length(&self) -> usize {
        self.label.as_ref().map_or(0, |label| label.chars().count())
    }

    /// How many characters are marked at most, so that the label fits beside them.
    pub(super) fn longest(&self, width: usize) -> usize {
        let most = width.saturating_sub(self.label_length() + BESIDE_MARK);
        most.max(LEAST_MARKED)
    }
}
