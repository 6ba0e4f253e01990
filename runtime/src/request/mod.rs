//! From arguments to a request.

mod body;
mod constraint;
pub(crate) mod cookie;
pub(crate) mod escape;
mod parameter;
mod parts;
mod path;
#[cfg(feature = "pattern")]
mod pattern;
mod place;
mod serialize;
mod style;
#[cfg(test)]
mod tests;
mod value;
pub mod write;

pub use body::{Content, FileOr, FilePart, FormField, Multipart, RequestBody, ToParts};
pub(crate) use constraint::Bound;
pub use parameter::Parameter;
pub use parts::RequestParts;
pub(crate) use value::Scalar;
pub use value::{ParameterValue, ToParameter};
