//! The files of a run.

use std::{ops::Range, path::Path, sync::Arc};

use indexmap::IndexSet;

use super::{Document, Limits, file, locate};
use crate::{
    collection::Table,
    diagnostic::{Diagnostic, On, Place, Pointer},
};

/// The texts that were read, so that diagnostics can show them.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    texts: Box<Table<Arc<str>, Arc<str>>>,
    /// Where nodes turned out to be, of files in which they were looked for.
    located: Box<Located>,
}

/// Nodes of files, and where they stand.
pub(crate) type Located = Table<String, Table<(Pointer, On), Option<Range<usize>>>>;

impl Sources {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file. Its text is kept even where it is no document.
    ///
    /// `name` is how diagnostics call the file.
    ///
    /// # Errors
    /// Why there is no text, or no tree.
    pub fn read(
        &mut self,
        path: &Path,
        name: &str,
        limits: &Limits,
    ) -> Result<Document, Vec<Diagnostic>> {
        let name: Arc<str> = Arc::from(name);
        let text =
            file::read(path, &name, limits).map_err(|one| vec![one.into_diagnostic(&name)])?;
        self.parse(name, text, limits)
    }

    /// Reads a file that is no document, as text.
    ///
    /// `name` is how diagnostics call the file.
    ///
    /// # Errors
    /// Why there is no text.
    pub fn read_text(
        &mut self,
        path: &Path,
        name: &Arc<str>,
        limits: &Limits,
    ) -> Result<Arc<str>, Diagnostic> {
        let text = file::read(path, name, limits).map_err(|one| one.into_diagnostic(name))?;
        let text: Arc<str> = Arc::from(text.strip_prefix('\u{feff}').unwrap_or(&text));
        self.add(name, &text);
        Ok(text)
    }

    /// Keeps a text that was read before.
    pub fn add(&mut self, name: &Arc<str>, text: &Arc<str>) {
        self.texts.insert(Arc::clone(name), Arc::clone(text));
    }

    /// Reads a text that came from elsewhere, such as standard input.
    ///
    /// # Errors
    /// Why there is no tree.
    pub fn parse(
        &mut self,
        name: Arc<str>,
        text: String,
        limits: &Limits,
    ) -> Result<Document, Vec<Diagnostic>> {
        // Without the mark, so that offsets are those of the document.
        let text: Arc<str> = Arc::from(text.strip_prefix('\u{feff}').unwrap_or(&text));
        self.texts.insert(Arc::clone(&name), Arc::clone(&text));
        Document::parse(name, text, limits)
    }

    /// The names of the files, in the order in which they were read.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(|name| &**name)
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&Arc<str>> {
        self.texts.get(name)
    }

    /// Looks for places, which takes a scan of each file.
    pub(crate) fn locate<'p>(&self, places: impl Iterator<Item = &'p Place>) -> Located {
        let mut wanted: Table<&str, IndexSet<(&Pointer, On)>> = Table::new();
        for place in places {
            wanted.get_or_default(&*place.file).extend(place.node());
        }
        let found = wanted.into_iter().map(|(name, nodes)| {
            let nodes: Vec<_> = nodes.into_iter().collect();
            let ranges = self.ranges(name, &nodes);
            let nodes = nodes.into_iter().map(|(pointer, on)| (pointer.clone(), on));
            (name.to_owned(), nodes.zip(ranges).collect())
        });
        found.collect()
    }

    /// Keeps what was found for whoever asks later.
    pub(crate) fn keep_located(&mut self, located: Located) {
        *self.located = located;
    }

    /// Where nodes of a file stand; nowhere in a file that was not read.
    pub(crate) fn ranges(&self, name: &str, nodes: &[(&Pointer, On)]) -> Vec<Option<Range<usize>>> {
        let known = self.located.get(name).and_then(|known| {
            let ranges = nodes
                .iter()
                .map(|&(pointer, on)| known.get(&(pointer.clone(), on)));
            ranges.map(Option::<&_>::cloned).collect()
        });
        match (known, self.text(name)) {
            (Some(known), _) => known,
            (None, Some(text)) => locate::places(text, nodes),
            (None, None) => vec![None; nodes.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_text_of_what_it_could_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, "\u{feff}a: b: c").unwrap();
        let mut sources = Sources::new();
        assert!(sources.read(&path, "api.yaml", &Limits::default()).is_err());
        assert_eq!(
            sources.text("api.yaml").map(|text| &**text),
            Some("a: b: c")
        );
    }
}
