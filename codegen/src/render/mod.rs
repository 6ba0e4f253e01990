//! Diagnostics and places to what people and programs read.
//!
//! Texts and names come from documents nobody vouches for: whatever reaches a terminal was cleaned.

pub(crate) mod clean;
mod columns;
mod excerpt;
#[cfg(feature = "command-line")]
mod json;
mod located;
mod mark;
mod notation;
mod places;
mod text;

pub use clean::message;
#[cfg(feature = "command-line")]
pub use json::json;
#[cfg(feature = "command-line")]
pub(crate) use json::{diagnostics_as_json, places_as_json};
pub use text::{Style, closing, counts, parts, text};
