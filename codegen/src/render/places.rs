//! Places of documents, found in their texts with one scan a file.

use std::ops::Range;

use indexmap::IndexSet;

use crate::source::{Lines, Position, Sources};
use crate::{
    collection::Table,
    diagnostic::{At, On, Place, Pointer},
};

/// Where a place turned out to be.
#[derive(Debug, Clone)]
pub(super) struct Spot<'d> {
    pub(super) place: &'d Place,
    /// The bytes to mark; `None` for a file as such, and for a text that is not at hand.
    pub(super) range: Option<Range<usize>>,
}

/// The texts that places point into, and where in them the places are.
#[derive(Debug, Default)]
pub(super) struct Places<'d> {
    files: Table<&'d str, File<'d>>,
}

#[derive(Debug)]
struct File<'d> {
    text: &'d str,
    lines: Lines<'d>,
    nodes: Table<(&'d Pointer, On), Option<Range<usize>>>,
    /// By offset.
    positions: Vec<(usize, Position)>,
}

impl<'d> Places<'d> {
    /// Finds all places at once.
    pub(super) fn find(places: &[&'d Place], sources: &'d Sources) -> Self {
        let mut wanted: Table<&str, IndexSet<(&Pointer, On)>> = Table::new();
        for place in places {
            let nodes = wanted.get_or_default(&*place.file);
            nodes.extend(place.node());
        }
        let mut found = Self::default();
        for (name, nodes) in wanted {
            let Some(text) = sources.text(name) else {
                continue;
            };
            let nodes: Vec<_> = nodes.into_iter().collect();
            let ranges = sources.ranges(name, &nodes);
            let file = File {
                text,
                lines: Lines::new(text),
                nodes: nodes.into_iter().zip(ranges).collect(),
                positions: Vec::new(),
            };
            found.files.insert(name, file);
        }
        found.find_positions(places);
        found
    }

    fn find_positions(&mut self, places: &[&'d Place]) {
        let mut offsets: Table<&str, Vec<usize>> = Table::new();
        for Spot { place, range } in places.iter().map(|place| self.spot(place)) {
            if let Some(range) = range {
                let offsets = offsets.get_or_default(&*place.file);
                offsets.extend([range.start, range.end]);
            }
        }
        for (name, mut offsets) in offsets {
            offsets.sort_unstable();
            offsets.dedup();
            if let Some(file) = self.files.get_mut(name) {
                let positions = file.lines.positions(offsets.iter().copied());
                file.positions = offsets.into_iter().zip(positions).collect();
            }
        }
    }

    /// Where one of the places is.
    pub(super) fn spot<'p>(&self, place: &'p Place) -> Spot<'p> {
        let file = self.files.get(&*place.file);
        let range = match &place.at {
            At::File => None,
            At::Text(span) => file.map(|_| span.start..span.end),
            At::Node(pointer, on) => file.and_then(|file| file.node(pointer, *on)),
            At::InKey(pointer, offset) => file.and_then(|file| {
                let key = file.node(pointer, On::Key)?;
                Some(file.in_key(pointer, &key, *offset).unwrap_or(key))
            }),
        };
        Spot { place, range }
    }

    /// A text and its lines.
    pub(super) fn file(&self, name: &str) -> Option<(&'d str, &Lines<'d>)> {
        self.files.get(name).map(|file| (file.text, &file.lines))
    }

    /// A text whose notation help lines follow: settings have their own.
    pub(super) fn document(&self, name: &str) -> Option<&'d str> {
        let is_settings = name.ends_with(".toml");
        self.file(name)
            .map(|(text, _)| text)
            .filter(|_| !is_settings)
    }

    /// Where a spot starts and ends.
    pub(super) fn positions(&self, spot: &Spot<'_>) -> Option<(Position, Position)> {
        let file = self.files.get(&*spot.place.file)?;
        let range = spot.range.as_ref()?;
        let position = |offset: usize| {
            let all = &file.positions;
            let at = all.binary_search_by_key(&offset, |(own, _)| *own).ok()?;
            all.get(at).map(|(_, position)| *position)
        };
        Some((position(range.start)?, position(range.end)?))
    }
}

impl File<'_> {
    fn node(&self, pointer: &Pointer, on: On) -> Option<Range<usize>> {
        self.nodes.get(&(pointer, on)).cloned().flatten()
    }

    /// A character of a key, where the key is written as it is.
    fn in_key(
        &self,
        pointer: &Pointer,
        written: &Range<usize>,
        offset: u32,
    ) -> Option<Range<usize>> {
        let offset = usize::try_from(offset).ok()?;
        let key = pointer.last()?;
        let character = key.get(offset..)?.chars().next()?;
        let before = self.text.get(written.clone())?.find(&*key)?;
        let start = written.start + before + offset;
        Some(start..start + character.len_utf8())
    }
}
