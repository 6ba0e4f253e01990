//! Names that take the place of those that follow from a document.

use super::rust::{NameError, TypeName, ValueName};
use crate::{collection::Table, diagnostic::Place};

/// Other names for operations, types and their members.
///
/// ```
/// use outspoken_codegen::Config;
///
/// let mut config = Config::new("github");
/// config.renames.operation("repos/get", "get_repo")?;
/// config.renames.operation("DELETE /repos/{owner}/{repo}", "delete_repo")?;
/// config.renames.ty("simple-user", "User")?;
/// config.renames.member("simple-user", "html_url", "page")?;
/// assert!(config.renames.ty("simple-user", "a user").is_err());
/// # Ok::<(), outspoken_codegen::NameError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Renames {
    /// By `operationId`, or method and path.
    pub(crate) operations: Table<String, Named>,
    /// By the name of a component, or a JSON Pointer.
    pub(crate) types: Table<String, Named>,
    /// By the same, then by the name on the wire.
    pub(crate) members: Table<String, Table<String, Named>>,
}

/// A name, and where it is given.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) name: String,
    /// Where that is in a file.
    pub(crate) place: Option<Place>,
}

impl Named {
    fn new(name: String) -> Self {
        Self { name, place: None }
    }
}

impl Renames {
    /// Calls the client's method for an operation so; its struct is called after it. The operation
    /// is named by its `operationId`, or by method and path as in `GET /pets/{id}`.
    ///
    /// # Errors
    /// When it cannot be the name of a method.
    pub fn operation(&mut self, operation: &str, name: &str) -> Result<(), NameError> {
        let ValueName(name) = name.parse()?;
        self.operations
            .insert(operation.to_owned(), Named::new(name));
        Ok(())
    }

    /// Calls a type so. It is named by the name of its component, or by the JSON Pointer of its
    /// schema, as in `/components/schemas/Pet/properties/owner`.
    ///
    /// # Errors
    /// When it cannot be the name of a type.
    pub fn ty(&mut self, schema: &str, name: &str) -> Result<(), NameError> {
        let TypeName(name) = name.parse()?;
        self.types.insert(schema.to_owned(), Named::new(name));
        Ok(())
    }

    /// Calls a member of a type so; the type is named as for [`ty`](Self::ty), the member by its
    /// name on the wire.
    ///
    /// # Errors
    /// When it cannot be the name of a member.
    pub fn member(&mut self, schema: &str, member: &str, name: &str) -> Result<(), NameError> {
        let ValueName(name) = name.parse()?;
        let members = self.members.get_or_default(schema.to_owned());
        members.insert(member.to_owned(), Named::new(name));
        Ok(())
    }
}
