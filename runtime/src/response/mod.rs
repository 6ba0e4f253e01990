//! Answers: as they came, and as what they mean.

mod events;
mod header;
mod item;
mod json_lines;
mod lines;
pub(crate) mod media_type;
mod raw;
mod reply;
mod text;
mod typed;

pub use events::{Event, Events};
pub use header::{Header, HeaderError};
pub use item::ItemError;
pub use json_lines::JsonLines;
pub use raw::RawResponse;
pub(crate) use reply::ReplyContent;
pub use reply::{Reply, ToReply};
pub(crate) use text::from_text;
pub use typed::Response;
