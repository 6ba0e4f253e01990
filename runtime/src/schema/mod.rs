//! Types of documented bodies: one visitor for all objects, instead of derived code for each.

mod blank;
mod buffer;
mod float;
mod integer;
mod integer_enum;
mod kind;
mod object;
mod own;
mod path;
mod read;
mod skip;
mod string_enum;
mod union;
mod wire;

pub use blank::Blank;
pub use buffer::Buffer;
pub use integer_enum::{IntegerEnum, Integers};
use kind::Kind;
pub use kind::{Generated, deserialize, serialize};
use object::seen::Seen;
pub use object::{At, FieldReader, FieldVisitor, Fields, Object, Objects, copy, same, show};
pub use own::Own;
pub(crate) use read::{from_json, without_bom};
pub use string_enum::{StringEnum, Texts};
pub use union::{JsonType, Tag, Test, Union, Unions, fields, member, no_member, test};
pub use wire::Wire;
pub(crate) use wire::{Written, read_member, read_member_into};
