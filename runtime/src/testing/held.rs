//! What outputs and variants of errors hold, as values.

use serde_json::Value;

use super::written;
use crate::{Payload, Undocumented, Unrecognized, schema::Wire};

/// What a variant of an error holds.
#[derive(Debug)]
pub enum Kept {
    /// A value, as it would be sent; or why there is none.
    Value(Result<Value, String>),
    /// The body as it came.
    Raw,
}

/// What can be asked for what it holds.
pub trait Held {
    fn held(&self) -> Kept;
}

impl<T: Wire> Held for Payload<T> {
    fn held(&self) -> Kept {
        Kept::Value(match self.get() {
            Ok(value) => written(value),
            Err(error) => Err(error.to_string()),
        })
    }
}

impl Held for Undocumented {
    fn held(&self) -> Kept {
        Kept::Raw
    }
}

impl Held for Unrecognized {
    fn held(&self) -> Kept {
        Kept::Raw
    }
}

/// A body that was read, as it would be sent.
///
/// # Errors
/// When it has no form that may be sent.
#[doc(hidden)]
pub fn of<T: Wire>(value: &T) -> Option<Result<Value, String>> {
    Some(written(value))
}
