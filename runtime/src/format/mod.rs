//! Formats of text: which types stand for them, and how their values are read and written.
//!
//! What is read is what APIs send, which is more than the letter of a standard; what is written is
//! the form that the standard has. Both are the same for all crates that a type may come from.

mod base64;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "decimal")]
mod decimal;
#[cfg(feature = "testing")]
mod instant;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "testing",
    feature = "time"
))]
mod rfc3339;
mod text;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

pub use base64::{Base64, NotBase64};
#[cfg(feature = "testing")]
pub(crate) use instant::Instant;
pub(crate) use text::Text;
pub use text::{or_text, or_text_or_null};
