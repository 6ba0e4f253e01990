//! Files in, ordered value trees out, and positions on demand.
//!
//! Nothing here knows OpenAPI. Documents are hostile until read: size, depth and expansion are
//! bounded, and whatever cannot be read is a diagnostic.

mod document;
mod documents;
mod failure;
mod file;
mod guard;
mod json;
mod keys;
mod limits;
mod lines;
pub mod locate;
mod locate_json;
mod names;
mod nesting;
pub(crate) mod reference;
mod sources;
mod tree;
mod uri;
mod wanted;
mod yaml;
mod yaml_fault;

pub use document::Document;
pub use documents::{Documents, Found, Target};
pub use limits::Limits;
pub(crate) use lines::floor;
pub use lines::{Lines, Position};
pub(crate) use reference::is_other_file;
pub use sources::Sources;
