//! How large a document may be.

/// Bounds on what is read. The defaults leave room for ten times the largest document known and
/// keep memory below a gigabyte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of all files together, and of all strings in a file once aliases are replaced. The
    /// pointers to all values of a file may be twice as long together.
    pub bytes: usize,
    /// How deep mappings and lists nest. The parsers underneath stop at 127, whatever stands here.
    pub depth: usize,
    /// How many values there are once aliases are replaced, in all files together. Twice as many may
    /// be read once references are followed.
    pub nodes: usize,
    /// How many files a document may refer to.
    pub files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            depth: 100,
            nodes: 2_000_000,
            files: 10_000,
        }
    }
}
