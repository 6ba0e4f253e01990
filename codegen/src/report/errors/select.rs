//! Some operations of all.

use std::{error::Error, fmt};

use super::{Errors, Listed};
use crate::{diagnostic::closest, render::clean};

/// An operation that a document does not have, and the one that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownOperation {
    name: String,
    near: Option<String>,
}

impl Errors<'_> {
    /// Leaves these operations alone, in the order of the document. They are called by their
    /// `operationId`, or by the client's method; no names at all leave all of them.
    ///
    /// # Errors
    /// Those that are not there.
    pub fn only(mut self, names: &[String]) -> Result<Self, Vec<UnknownOperation>> {
        let unknown = names
            .iter()
            .filter(|name| !self.operations.iter().any(|listed| listed.is(name)));
        let unknown: Vec<_> = unknown
            .map(|name| {
                let ids = self.operations.iter().map(|one| one.operation.id.as_str());
                UnknownOperation {
                    name: name.clone(),
                    near: closest(name, ids).map(str::to_owned),
                }
            })
            .collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        if !names.is_empty() {
            self.operations
                .retain(|listed| names.iter().any(|name| listed.is(name)));
        }
        Ok(self)
    }
}

impl Listed<'_> {
    fn is(&self, name: &str) -> bool {
        self.operation.id == name || self.operation.method == name
    }
}

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, near } = self;
        write!(f, "there is no operation `{}`", clean::message(name))?;
        match near {
            Some(near) => write!(f, ": did you mean `{}`?", clean::message(near)),
            None => Ok(()),
        }
    }
}

impl Error for UnknownOperation {}
