//! The module of one API.

use indexmap::IndexSet;

use super::{
    BodyItem, Client, ErrorEnum, Examples, Header, Incoming, Operation, OutputEnum, SharedErrors,
    TypeItem,
};

/// The module of one API.
#[derive(Debug, Clone)]
pub(crate) struct Module {
    /// Its name.
    pub name: String,
    /// The API's title as plain text on one line; empty where it has none.
    pub title: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Its client.
    pub client: Client,
    /// Its operations, in the order of the document.
    pub operations: Vec<Operation>,
    /// The operations' errors.
    pub errors: Vec<ErrorEnum>,
    /// The enums of errors that several operations have.
    pub shared_errors: Vec<SharedErrors>,
    /// The enums of what operations give, where there are several things.
    pub outputs: Vec<OutputEnum>,
    /// The headers of answers, by name.
    pub headers: Vec<Header>,
    /// The functions that read what the API sends.
    pub webhooks: Vec<Incoming>,
    /// The types of bodies and parameters, by name.
    pub types: Vec<TypeItem>,
    /// The features of the runtime that it needs: for types of other crates, and for patterns.
    pub features: Vec<&'static str>,
    /// The types that only bodies of requests have, by name.
    pub bodies: Vec<BodyItem>,
    /// How operations and their errors are shared out among files.
    pub operation_files: Vec<ItemFile>,
    /// How types, and then bodies, are shared out among files.
    pub type_files: Vec<ItemFile>,
    /// The tests of the document's examples.
    pub examples: Examples,
}

impl Module {
    /// The features that a package of its own has: one for each tag.
    pub(crate) fn package_features(&self) -> IndexSet<&str> {
        self.operation_files
            .iter()
            .filter_map(|file| file.feature.as_deref())
            .collect()
    }
}

/// A file of some items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ItemFile {
    /// The name of its module; empty for the file in which the other modules are declared.
    pub name: String,
    /// The feature of the package without which it is left out, if there is one.
    pub feature: Option<String>,
    /// What is in it, as documentation.
    pub docs: Vec<String>,
    /// The positions of its items.
    pub items: Vec<usize>,
}
