//! Answers: as they came, and as what they mean.

mod header;
mod items;
mod lines;
pub(crate) mod media_type;
mod raw;
mod text;
mod typed;

pub use header::{Header, HeaderError};
pub use items::{Event, Events, ItemError, JsonLines};
pub use raw::RawResponse;
pub(crate) use text::from_text;
pub use typed::Response;
