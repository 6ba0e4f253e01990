//! Where a thing stands among the files of a run.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::{Place, Pointer};

/// A node of the tree of one file: what every part of an API carries, so that it can be pointed at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file's name, as the user knows it.
    pub file: Arc<str>,
    /// Where in it.
    pub pointer: Pointer,
}

impl Origin {
    /// The whole of a file.
    #[must_use]
    pub fn root(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            pointer: Pointer::root(),
        }
    }

    /// The same file one key deeper. `token` is the plain key, unescaped.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        self.at(self.pointer.child(token))
    }

    /// An element of the array that this is.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.at(self.pointer.index(index))
    }

    /// One level up; the root has none.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        Some(self.at(self.pointer.parent()?))
    }

    /// The plain keys on the way down.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.pointer.tokens()
    }

    /// The place of the key that leads here.
    #[must_use]
    pub fn key(&self) -> Place {
        Place::key(&self.file, self.pointer.clone())
    }

    /// The place of a character of that key, before which `offset` bytes stand.
    #[must_use]
    pub fn in_key(&self, offset: usize) -> Place {
        Place::in_key(&self.file, self.pointer.clone(), offset)
    }

    /// The place of the value that is here.
    #[must_use]
    pub fn value(&self) -> Place {
        Place::value(&self.file, self.pointer.clone())
    }

    fn at(&self, pointer: Pointer) -> Self {
        Self {
            file: Arc::clone(&self.file),
            pointer,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file, self.pointer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_down_and_up_within_its_file() {
        let root = Origin::root(&Arc::from("a.yaml"));
        let deep = root.child("paths").child("/x").index(2);
        assert_eq!(deep.to_string(), "a.yaml#/paths/~1x/2");
        assert_eq!(
            deep.parent().and_then(|up| up.parent()),
            Some(root.child("paths"))
        );
        assert_eq!(root.parent(), None);
        assert_ne!(root, Origin::root(&Arc::from("b.yaml")));
    }
}
