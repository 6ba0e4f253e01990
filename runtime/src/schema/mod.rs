//! Types of documented bodies: one visitor for all objects, instead of derived code for each.

mod blank;
#[doc(hidden)]
pub mod field;
mod integer_enum;
mod object;
mod own;
mod path;
mod read;
mod skip;
mod string_enum;
mod union;
mod wire;

pub use blank::Blank;
pub use integer_enum::{IntegerEnum, read_integer_enum, write_integer_enum};
pub use object::{Field, Object, read_object, write_object};
pub use own::Own;
pub(crate) use read::{from_json, without_bom};
pub use string_enum::{StringEnum, read_string_enum, write_string_enum};
pub use union::{JsonType, Member, Tag, Test, Union, fields, read_union, test, write_union};
pub use wire::Wire;
pub(crate) use wire::{Written, read_member};
