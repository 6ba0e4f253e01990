//! Diagnostics with their places found, in the order they are shown.

use super::places::{Places, Spot};
use crate::source::Sources;
use crate::{
    collection::order,
    diagnostic::{Diagnostic, Diagnostics},
};

/// A diagnostic, its place and its related places.
#[derive(Debug)]
pub(super) struct Located<'d> {
    pub(super) diagnostic: &'d Diagnostic,
    pub(super) place: Spot<'d>,
    /// In the order of the diagnostic's `related`.
    pub(super) related: Vec<(Spot<'d>, &'d str)>,
}

/// Finds all places, sorts by file and place, and leaves out what is said twice.
pub(super) fn locate<'d>(
    diagnostics: &'d Diagnostics,
    sources: &'d Sources,
) -> (Places<'d>, Vec<Located<'d>>) {
    let places = Places::find(&diagnostics.places().collect::<Vec<_>>(), sources);
    let mut all: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| Located {
            diagnostic,
            place: places.spot(&diagnostic.place),
            related: diagnostic
                .related
                .iter()
                .map(|(place, label)| (places.spot(place), label.as_str()))
                .collect(),
        })
        .collect();
    order::sort_by(&mut all, |a, b| a.key().cmp(&b.key()));
    all.dedup_by(|later, first| later.key() == first.key());
    (places, all)
}

impl Located<'_> {
    /// What orders diagnostics, and what makes two of them the same: file, place, cause.
    fn key(&self) -> impl Ord + '_ {
        let range = self
            .place
            .range
            .as_ref()
            .map(|range| (range.start, range.end));
        let file: &str = &self.place.place.file;
        (file, range, self.diagnostic.code, &*self.diagnostic.message)
    }
}
