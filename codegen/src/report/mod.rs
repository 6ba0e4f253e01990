//! What there is to tell of a run beside its client, for programs.

mod counts;
mod document;
mod rust;
mod whole;

pub use counts::Counts;
pub use whole::Report;

use document::document;

/// The version of what programs read: another number where a key goes or gets another meaning.
const FORMAT_VERSION: u32 = 1;
