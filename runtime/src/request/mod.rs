//! From arguments to a request.

mod constraint;
pub(crate) mod escape;
mod parameter;
mod parts;
mod path;
mod value;

pub(crate) use constraint::Bound;
pub use parameter::Parameter;
pub use parts::RequestParts;
pub(crate) use value::Scalar;
pub use value::{ParameterValue, ToParameter};
