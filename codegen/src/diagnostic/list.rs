//! All there is to say about a run.

use indexmap::IndexSet;

use super::{Diagnostic, Severity};

/// The diagnostics of a run, in the order they were found, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: IndexSet<Diagnostic>,
}

impl Diagnostics {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one, unless the very same was said before.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.insert(diagnostic);
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// Whether nothing should be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter().any(|one| one.severity == Severity::Error)
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Makes every warning an error.
    pub fn deny_warnings(&mut self) {
        let list = std::mem::take(&mut self.list);
        self.extend(list.into_iter().map(|one| Diagnostic {
            severity: Severity::Error,
            ..one
        }));
    }

    /// The diagnostics in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|one| one.severity == severity).count()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        self.list.extend(diagnostics);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(diagnostics: T) -> Self {
        Self {
            list: diagnostics.into_iter().collect(),
        }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = indexmap::set::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
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
    fn denied_warnings_are_errors() {
        let mut list = Diagnostics::new();
        list.push(one(Code::Ignored, "a"));
        assert!(!list.has_errors());
        list.deny_warnings();
        assert_eq!((list.errors(), list.warnings()), (1, 0));
    }
}
