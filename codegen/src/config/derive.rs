//! What else types derive.

use super::rust::{DerivePath, NameError};
use crate::{collection::Table, diagnostic::Place};

/// Macros that types derive beside `Clone`, `Debug` and `PartialEq`.
///
/// ```
/// use outspoken_codegen::Config;
///
/// let mut config = Config::new("pets");
/// config.derives.all("Eq")?;
/// config.derives.schema("Pet", "schemars::JsonSchema")?;
/// assert!(config.derives.all("Clone").is_err());
/// # Ok::<(), outspoken_codegen::NameError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Derives {
    pub(crate) all: Vec<DerivePath>,
    /// By the name of a component, or a JSON Pointer.
    pub(crate) of: Table<String, Derived>,
}

/// What a type derives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Derived {
    pub(crate) paths: Vec<DerivePath>,
    /// Where that is said in a file.
    pub(crate) place: Option<Place>,
}

impl Derives {
    /// Lets all types derive this: `Eq`, `PartialOrd`, `Ord`, `Hash`, or a macro by its path from
    /// the crate on. Types that cannot have one of the four do without it: numbers with fractions
    /// have none but `PartialOrd`, and any JSON has no order.
    ///
    /// # Errors
    /// When it is no path, or types have that already, or cannot have it.
    pub fn all(&mut self, path: &str) -> Result<(), NameError> {
        self.all.push(path.parse()?);
        Ok(())
    }

    /// Lets a type derive this, too. It is named by the name of its component, or by the JSON
    /// Pointer of its schema.
    ///
    /// # Errors
    /// As for [`all`](Self::all).
    pub fn schema(&mut self, schema: &str, path: &str) -> Result<(), NameError> {
        let path = path.parse()?;
        self.of.get_or_default(schema.to_owned()).paths.push(path);
        Ok(())
    }
}
