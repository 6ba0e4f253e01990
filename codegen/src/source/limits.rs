//! How large a document may be.

/// Bounds on what is read. The defaults leave room for ten times the largest document known and
/// keep memory below a gigabyte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of a file, and of all strings in it once aliases are replaced.
    pub bytes: usize,
    /// How deep mappings and lists nest. The parsers underneath stop at 127, whatever stands here.
    pub depth: usize,
    /// How many values there are once aliases are replaced.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            depth: 100,
            nodes: 2_000_000,
        }
    }
}
