//! Rust-shaped data: what the generated code consists of. It knows nothing of OpenAPI.
//!
//! Every name here is final, and every text is safe to stand in a doc comment.

mod body;
mod client;
mod error;
mod example;
mod extras;
mod foreign;
mod incoming;
mod integer;
mod module;
mod operation;
mod output;
mod predicate;
mod responses;
mod types;

pub(crate) use body::{
    Alternative, BodyItem, Choice, FieldEncoding, FieldStyle, FormField, OtherParts, Part, Upload,
    Writing,
};
pub(crate) use client::{Client, Credential, Scheme, Server, Variable};
pub(crate) use error::{ErrorEnum, SharedErrors, Variant};
pub(crate) use example::{ExampleAnswer, ExampleOf, ExampleRead, ExampleTest, Examples};
pub(crate) use extras::Extras;
pub(crate) use foreign::Foreign;
pub(crate) use incoming::Incoming;
pub(crate) use integer::Integer;
pub(crate) use module::{ItemFile, Module};
pub(crate) use operation::{Constraints, Operation, Parameter, Place, Style};
pub(crate) use output::{Answer, Header, Output, OutputEnum, OutputVariant, Representation};
pub(crate) use predicate::{Predicate, Scalar};
pub(crate) use responses::{ByCode, Case, Make, Read, Reading, Responses, Status, UNRECOGNIZED};
pub(crate) use types::{
    Alias, Default, DefaultValue, Field, Fixed, IntegerEnum, JsonType, Member, Presence,
    StringEnum, Struct, Tag, Test, Type, TypeItem, Union, Value,
};
