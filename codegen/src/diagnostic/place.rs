//! Where in which file.

use std::sync::Arc;

use super::Pointer;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's name, as the user knows it.
    pub file: Arc<str>,
    /// Where in it.
    pub at: At,
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The file as such: it could not be read, or is not what it should be.
    File,
    /// A part of the text, for faults found where there is no tree yet.
    Text(Span),
    /// A node of the tree, found in the text when it is asked for.
    Node(Pointer, On),
    /// One character of the key that the pointer ends with: how many bytes of the key stand before
    /// it. Where the key is written with escapes, all of it is meant.
    InKey(Pointer, u32),
}

/// Which side of a `key: value` is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum On {
    /// The key, which is the last token of the pointer.
    Key,
    /// The value. One that fills several lines is shown by its key.
    Value,
}

/// A half-open range of bytes of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Place {
    /// The node of the tree that it is, or in whose key it is.
    pub(crate) fn node(&self) -> Option<(&Pointer, On)> {
        match &self.at {
            At::File | At::Text(_) => None,
            At::Node(pointer, on) => Some((pointer, *on)),
            At::InKey(pointer, _) => Some((pointer, On::Key)),
        }
    }

    /// The value at `pointer`.
    #[must_use]
    pub fn value(file: &Arc<str>, pointer: Pointer) -> Self {
        Self::new(file, At::Node(pointer, On::Value))
    }

    /// The key that `pointer` ends with.
    #[must_use]
    pub fn key(file: &Arc<str>, pointer: Pointer) -> Self {
        Self::new(file, At::Node(pointer, On::Key))
    }

    /// The character of that key before which `offset` bytes stand.
    #[must_use]
    pub fn in_key(file: &Arc<str>, pointer: Pointer, offset: usize) -> Self {
        match offset.try_into() {
            Ok(offset) => Self::new(file, At::InKey(pointer, offset)),
            Err(_) => Self::key(file, pointer),
        }
    }

    /// The file as such.
    #[must_use]
    pub fn file(file: &Arc<str>) -> Self {
        Self::new(file, At::File)
    }

    /// One byte offset of the text.
    #[must_use]
    pub fn offset(file: &Arc<str>, offset: usize) -> Self {
        Self::span(file, offset, offset)
    }

    /// A part of the text, from byte `start` to before byte `end`.
    #[must_use]
    pub fn span(file: &Arc<str>, start: usize, end: usize) -> Self {
        Self::new(file, At::Text(Span { start, end }))
    }

    /// The pointer, where the place is a node of the tree.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match &self.at {
            At::Node(pointer, _) | At::InKey(pointer, _) => Some(pointer),
            At::File | At::Text(_) => None,
        }
    }

    /// The first byte, where the place is a part of the text.
    #[must_use]
    pub fn start(&self) -> Option<usize> {
        match self.at {
            At::Text(Span { start, .. }) => Some(start),
            At::File | At::Node(..) | At::InKey(..) => None,
        }
    }

    fn new(file: &Arc<str>, at: At) -> Self {
        Self {
            file: Arc::clone(file),
            at,
        }
    }
}
