//! The module of one API.

use super::{Client, ErrorEnum, Operation, TypeItem};

/// The module of one API.
#[derive(Debug, Clone)]
pub(crate) struct Module {
    /// Its name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Its client.
    pub client: Client,
    /// Its operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// The operations' errors.
    pub errors: Vec<ErrorEnum>,
    /// The types of bodies and parameters, by name.
    pub types: Vec<TypeItem>,
}
