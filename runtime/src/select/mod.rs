//! From an answer to an output or a variant: tables that generated code holds, and the one
//! function that reads them.

mod case;
mod decode;
mod outcomes;
mod output;
mod predicate;
mod read;
mod representation;
mod responses;
mod status;
pub mod table;
mod told;

pub use case::Case;
pub(crate) use decode::decode;
pub(crate) use outcomes::{Head, of_error, of_output};
pub use predicate::{Predicate, Scalar};
pub use read::{
    bytes, events, json, json_lines, json_or_text, none, nothing, some_json, stream, text,
    text_events,
};
pub(crate) use responses::Read;
pub use responses::{Reading, Responses, UNRECOGNIZED};
pub use status::Status;
