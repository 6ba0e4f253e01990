//! From an answer to an output or a variant: tables that generated code holds, and the one
//! function that reads them.

mod case;
mod decode;
mod predicate;
mod responses;
mod status;
mod well_known;

pub use case::Case;
pub use decode::decode;
pub use predicate::{Predicate, Scalar};
pub use responses::{Reading, Responses, UNRECOGNIZED, bytes, json, nothing};
pub use status::Status;
