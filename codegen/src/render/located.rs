//! Diagnostics with their places found, in the order they are shown.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::{At, Diagnostic, Diagnostics, On, Place, Pointer};
use crate::source::{Lines, Position, Sources, locate};

/// A diagnostic, its place and its related places.
#[derive(Debug)]
pub(super) struct Located<'d> {
    pub(super) diagnostic: &'d Diagnostic,
    pub(super) place: Spot<'d>,
    /// In the order of the diagnostic's `related`.
    pub(super) related: Vec<(Spot<'d>, &'d str)>,
}

/// Where a place turned out to be.
#[derive(Debug, Clone)]
pub(super) struct Spot<'d> {
    pub(super) place: &'d Place,
    /// The bytes to mark; `None` for a file as such, and for a text that is not at hand.
    pub(super) range: Option<Range<usize>>,
}

/// The texts that diagnostics point into, split into lines once.
#[derive(Debug)]
pub(super) struct Texts<'s> {
    files: BTreeMap<&'s str, (&'s str, Lines<'s>)>,
}

impl<'s> Texts<'s> {
    fn new(sources: &'s Sources, names: impl Iterator<Item = &'s str>) -> Self {
        let files = names.filter_map(|name| {
            let text: &str = sources.text(name)?;
            Some((name, (text, Lines::new(text))))
        });
        Self {
            files: files.collect(),
        }
    }

    pub(super) fn file(&self, name: &str) -> Option<(&'s str, &Lines<'s>)> {
        self.files.get(name).map(|(text, lines)| (*text, lines))
    }

    pub(super) fn positions(&self, spot: &Spot<'_>) -> Option<(Position, Position)> {
        let (_, lines) = self.file(&spot.place.file)?;
        let range = spot.range.as_ref()?;
        Some((lines.position(range.start), lines.position(range.end)))
    }
}

/// Finds all places with one scan a file, sorts by file and place, and leaves out what is said twice.
pub(super) fn locate<'d>(
    diagnostics: &'d Diagnostics,
    sources: &'d Sources,
) -> (Texts<'d>, Vec<Located<'d>>) {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut nodes: BTreeMap<&str, BTreeSet<(&Pointer, On)>> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        let related = diagnostic.related.iter().map(|(place, _)| place);
        for place in std::iter::once(&diagnostic.place).chain(related) {
            names.insert(&place.file);
            if let At::Node(pointer, on) = &place.at {
                let nodes = nodes.entry(&*place.file).or_default();
                nodes.insert((pointer, *on));
            }
        }
    }
    let texts = Texts::new(sources, names.into_iter());
    let mut found = BTreeMap::new();
    for (name, nodes) in nodes {
        let Some((text, _)) = texts.file(name) else {
            continue;
        };
        let nodes: Vec<_> = nodes.into_iter().collect();
        for (node, range) in nodes.iter().zip(locate::places(text, &nodes)) {
            found.insert((name, *node), range);
        }
    }
    let spot = |place: &'d Place| Spot {
        place,
        range: match &place.at {
            At::File => None,
            At::Text(span) => texts.file(&place.file).map(|_| span.start..span.end),
            At::Node(pointer, on) => found
                .get(&(&*place.file, (pointer, *on)))
                .cloned()
                .flatten(),
        },
    };
    let mut all: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| Located {
            diagnostic,
            place: spot(&diagnostic.place),
            related: diagnostic
                .related
                .iter()
                .map(|(place, label)| (spot(place), label.as_str()))
                .collect(),
        })
        .collect();
    all.sort_by(|a, b| a.key().cmp(&b.key()));
    all.dedup_by(|later, first| later.key() == first.key());
    (texts, all)
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
