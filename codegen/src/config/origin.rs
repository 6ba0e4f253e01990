//! Where settings come from.

use std::sync::Arc;

use crate::{collection::Table, diagnostic::Place};

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum From {
    /// Nobody said anything.
    Default,
    /// A file says so, there.
    #[cfg_attr(
        not(feature = "config-file"),
        expect(dead_code, reason = "no file is read")
    )]
    File(Place),
    /// Whoever called says so.
    Argument,
}

/// Where the settings of a [`Config`](crate::Config) come from, and the files that they stand in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origins {
    of: Table<String, From>,
    /// Names and texts.
    files: Table<Arc<str>, Arc<str>>,
}

impl Origins {
    /// Notes where a setting comes from, by its key.
    pub(crate) fn note(&mut self, key: &str, from: From) {
        self.of.insert(key.to_owned(), from);
    }

    /// Notes that settings come from a file.
    #[cfg(feature = "config-file")]
    pub(crate) fn add_file(&mut self, name: &Arc<str>, text: &Arc<str>) {
        self.files.insert(Arc::clone(name), Arc::clone(text));
    }

    /// Where a setting comes from.
    pub(crate) fn get(&self, key: &str) -> &From {
        self.of.get(key).unwrap_or(&From::Default)
    }

    /// The text of a file that settings come from.
    pub(crate) fn text(&self, file: &str) -> Option<&Arc<str>> {
        self.files.get(file)
    }

    /// The files that settings come from.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<str>)> {
        self.files.iter()
    }
}
