//! Answers: as they came, and as what they mean.

mod raw;
mod typed;

pub use raw::RawResponse;
pub use typed::Response;
