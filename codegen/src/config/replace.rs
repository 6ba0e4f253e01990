//! Types that take the place of generated ones.

use super::rust::{NameError, TypePath};
use crate::{collection::Table, diagnostic::Place};

/// Rust types in the place of those that would be generated.
///
/// ```
/// use outspoken_codegen::Config;
///
/// let mut config = Config::new("shop");
/// config.replacements.schema("Money", "rust_decimal::Decimal")?;
/// assert!(config.replacements.schema("Money", "Decimal + 1").is_err());
/// # Ok::<(), outspoken_codegen::NameError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Replacements {
    /// By the name of a component, or a JSON Pointer.
    pub(crate) of: Table<String, Replacement>,
}

/// A type that takes the place of another.
#[derive(Debug, Clone)]
pub(crate) struct Replacement {
    pub(crate) path: TypePath,
    /// Where that is said in a file.
    pub(crate) place: Option<Place>,
}

impl Replacements {
    /// Lets a type stand for a schema, which is named by the name of its component, or by its JSON
    /// Pointer. The path of the type begins with its crate, or with `crate::`. Generated code has it
    /// within `outspoken::Own`, which says what it must implement.
    ///
    /// # Errors
    /// When it is no path of a type.
    pub fn schema(&mut self, schema: &str, path: &str) -> Result<(), NameError> {
        let path = path.parse()?;
        let replacement = Replacement { path, place: None };
        self.of.insert(schema.to_owned(), replacement);
        Ok(())
    }
}
