//! All there is to say about a run.

use super::{Code, Diagnostic, Place, Severity};
use crate::collection::Table;

/// More of them are counted and not kept: no one reads so many, and each has its place and its words.
const MOST: usize = 100_000;

/// The diagnostics of a run, in the order they were found, each once: what is said of one place in
/// the same words is one, such as what several operations find at a parameter that they share.
/// After a hundred thousand of them, more are only counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Box<Table<Said, Diagnostic>>,
    more_errors: usize,
    more_warnings: usize,
}

/// What makes two diagnostics one: help and related places may differ.
type Said = (Code, Place, Box<str>);

impl Diagnostics {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one, unless the same was said of its place before.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let said: Said = (
            diagnostic.code,
            diagnostic.place.clone(),
            diagnostic.message.clone(),
        );
        if self.list.len() < MOST {
            self.list.get_or(said, || diagnostic);
        } else if !self.list.contains_key(&said) {
            match diagnostic.severity {
                Severity::Error => self.more_errors += 1,
                Severity::Warning => self.more_warnings += 1,
            }
        }
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error) + self.more_errors
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning) + self.more_warnings
    }

    /// Whether nothing should be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.more_errors > 0 || self.iter().any(|one| one.severity == Severity::Error)
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len() + self.not_kept()
    }

    /// How many are only counted.
    #[must_use]
    pub fn not_kept(&self) -> usize {
        self.more_errors + self.more_warnings
    }

    /// Makes every warning an error.
    pub fn deny_warnings(&mut self) {
        let list = std::mem::take(&mut self.list);
        self.more_errors += std::mem::take(&mut self.more_warnings);
        self.extend(list.into_values().map(|one| Diagnostic {
            severity: Severity::Error,
            ..one
        }));
    }

    /// The same with each diagnostic changed: what becomes the same is one.
    pub(crate) fn moved(self, change: impl FnMut(Diagnostic) -> Diagnostic) -> Self {
        let mut moved: Self = self.list.into_values().map(change).collect();
        moved.more_errors += self.more_errors;
        moved.more_warnings += self.more_warnings;
        moved
    }

    /// The places that are shown.
    pub(crate) fn places(&self) -> impl Iterator<Item = &Place> {
        self.iter().flat_map(|diagnostic| {
            let related = diagnostic.related.iter().map(|(place, _)| place);
            std::iter::once(&diagnostic.place).chain(related)
        })
    }

    /// The diagnostics in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.values()
    }

    fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|one| one.severity == severity).count()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(diagnostics: T) -> Self {
        let mut all = Self::default();
        all.extend(diagnostics);
        all
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place, Pointer};
    use std::sync::Arc;

    fn one(code: Code, key: &str) -> Diagnostic {
        let file: Arc<str> = Arc::from("api.yaml");
        Diagnostic::new(code, Place::key(&file, Pointer::root().child(key)), "text")
    }

    #[test]
    fn says_the_same_thing_once() {
        let list: Diagnostics = [
            one(Code::Ignored, "a"),
            one(Code::UnresolvedRef, "a"),
            one(Code::Ignored, "a"),
            one(Code::Ignored, "b"),
        ]
        .into_iter()
        .collect();
        assert_eq!((list.errors(), list.warnings(), list.len()), (1, 2, 3));
        assert!(list.has_errors());
    }

    #[test]
    fn says_it_once_of_one_place() {
        let first = one(Code::Ignored, "a").help("write b");
        let list: Diagnostics = [first.clone(), one(Code::Ignored, "a").help("write c")]
            .into_iter()
            .collect();
        assert_eq!((list.warnings(), list.into_iter().next()), (1, Some(first)));
    }

    #[test]
    fn too_many_are_counted() {
        let key = |n: usize| one(Code::Ignored, &n.to_string());
        let mut list: Diagnostics = (0..MOST + 5).map(key).collect();
        list.push(key(7));
        list.push(one(Code::UnresolvedRef, "a"));
        assert_eq!((list.errors(), list.warnings()), (1, MOST + 5));
        assert_eq!((list.iter().count(), list.not_kept()), (MOST, 6));
        assert!(list.has_errors());
        list.deny_warnings();
        assert_eq!((list.errors(), list.warnings()), (MOST + 6, 0));
    }

    #[test]
    fn denied_warnings_are_errors() {
        let mut list = Diagnostics::new();
        list.push(one(Code::Ignored, "a"));
        assert!(!list.has_errors());
        list.deny_warnings();
        assert_eq!((list.errors(), list.warnings()), (1, 0));
    }
}
