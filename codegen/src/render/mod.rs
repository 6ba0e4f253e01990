//! Diagnostics and places to what people and programs read.
//!
//! Texts and names come from documents nobody vouches for: whatever reaches a terminal was cleaned.

mod clean;
mod excerpt;
mod json;
mod located;
mod places;
mod text;

pub use json::json;
pub use text::{Style, closing, counts, text};
