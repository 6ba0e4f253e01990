//! How much of everything there is.

use crate::{Generated, ir::Module};

/// How much of everything there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Operations.
    pub operations: usize,
    /// Types of bodies and parameters.
    pub types: usize,
    /// Types that nothing uses, which are left out.
    pub unused_types: usize,
    /// Files of Rust.
    pub files: usize,
    /// Lines of Rust.
    pub lines: usize,
    /// Places whose values are any JSON.
    pub untyped: usize,
    /// Names that differ by more than case from those of the document.
    pub changed_names: usize,
    /// Diagnostics that are errors.
    pub errors: usize,
    /// Diagnostics that are warnings.
    pub warnings: usize,
}

impl Counts {
    /// Counts what came of a run.
    #[must_use]
    pub fn of(generated: &Generated) -> Self {
        let count = |of: fn(&Module) -> usize| generated.client.as_ref().map_or(0, of);
        let lines = generated.files.iter().map(|(_, text)| text.lines().count());
        Self {
            operations: count(|module| module.operations.len()),
            types: count(|module| module.types.len()),
            unused_types: generated.notes.unused.len(),
            files: generated.files.len(),
            lines: lines.sum(),
            untyped: generated.notes.untyped.len(),
            changed_names: generated.notes.names.len(),
            errors: generated.diagnostics.errors(),
            warnings: generated.diagnostics.warnings(),
        }
    }
}
