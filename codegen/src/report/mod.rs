//! What there is to tell of a run beside its client: the whole of it for programs, and what can go
//! wrong in each operation for people and programs.

mod counts;
mod document;
mod errors;
mod grid;
mod whole;

pub use counts::Counts;
pub use errors::{Errors, UnknownOperation};
pub use whole::Report;

use document::document;

/// The version of what programs read: another number where a key goes or gets another meaning.
const FORMAT_VERSION: u32 = 1;
