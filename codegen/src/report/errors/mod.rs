//! What can go wrong in each operation.

mod json;
mod retry;
mod select;
mod table;

pub use select::UnknownOperation;

use crate::{
    Generated,
    ir::{ErrorEnum, Operation},
    words::{Row, rows},
};

/// What can go wrong in each operation of a document, as a table for people or as JSON.
///
/// ```no_run
/// use outspoken_codegen::{Config, generate, report::Errors};
///
/// let generated = generate("pets.yaml".as_ref(), "pets.yaml", &Config::new("pets"));
/// println!("{}", Errors::of(&generated).table(80));
/// ```
#[derive(Debug)]
pub struct Errors<'g> {
    document: &'g str,
    operations: Vec<Listed<'g>>,
}

/// An operation and its errors, in the order in which an answer is compared with them.
#[derive(Debug)]
struct Listed<'g> {
    operation: &'g Operation,
    error: &'g ErrorEnum,
    rows: Vec<Row<'g>>,
}

impl<'g> Errors<'g> {
    /// The errors of all operations; none where the document could not be read.
    #[must_use]
    pub fn of(generated: &'g Generated) -> Self {
        let module = generated.client.iter();
        let both = module.flat_map(|module| module.operations.iter().zip(&module.errors));
        let listed = both.map(|(operation, error)| Listed {
            operation,
            error,
            rows: rows(operation, error),
        });
        Self {
            document: &generated.document,
            operations: listed.collect(),
        }
    }
}
