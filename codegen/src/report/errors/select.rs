//! Some operations of all.

use std::{error::Error, fmt};

use super::{Errors, Listed};
use crate::{diagnostic::closest, ir::Operation, render::clean};

/// An operation that a document does not have, and the one that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownOperation {
    name: String,
    near: Option<String>,
}

impl Errors<'_> {
    /// Leaves these operations alone, in the order of the document. They are called by their
    /// `operationId`, by the client's method, or by method and path as in `GET /pets/{id}`; no names at
    /// all leave all of them.
    ///
    /// # Errors
    /// Those that are not there.
    pub fn only(mut self, names: &[String]) -> Result<Self, Vec<UnknownOperation>> {
        let unknown = names
            .iter()
            .filter(|name| !self.operations.iter().any(|listed| listed.is(name)));
        let calls: Vec<_> = self.operations.iter().map(Listed::call).collect();
        let unknown: Vec<_> = unknown
            .map(|name| {
                let ids = self.operations.iter().map(|one| one.operation.id.as_str());
                let near = closest(name, ids.chain(calls.iter().map(String::as_str)));
                UnknownOperation {
                    name: name.clone(),
                    near: near.map(str::to_owned),
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
        let Operation { id, method, .. } = self.operation;
        id == name || method == name || self.call() == name || self.line() == Some(name)
    }

    /// Method and path, as they are sent.
    fn call(&self) -> String {
        format!("{} {}", self.operation.verb, self.operation.path)
    }

    /// The same as the document has it, where that is something else.
    fn line(&self) -> Option<&str> {
        let line = self.operation.request_line.as_deref()?;
        Some(line.trim_matches('`').trim())
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
