//! The API as a person thinks of it: no dialect of OpenAPI, and no Rust.
//!
//! References are ids here, and each part knows its place in the document, so that later stages
//! can point at it.

mod api;
mod example;
mod extension;
mod incoming;
mod media_type;
mod mention;
mod operation;
mod parameter;
mod request_body;
mod response;
mod schema;
mod security;
mod server;
mod shape;
mod status;

pub(crate) use api::{Api, Info};
pub(crate) use example::{Example, Shown};
pub(crate) use extension::{Case, ErrorRules, Literal, Predicate};
pub(crate) use incoming::Incoming;
pub(crate) use media_type::{
    ContentType, Encoding, EncodingStyle, MediaType, PartHeader, Representation,
};
pub(crate) use mention::Mention;
pub(crate) use operation::{Method, Operation};
pub(crate) use parameter::{DefaultArgument, Location, Parameter, Style};
pub(crate) use request_body::RequestBody;
pub(crate) use response::{Header, Response};
pub(crate) use schema::{Schema, SchemaId, Schemas};
pub(crate) use security::{Requirement, SchemeKind, SecurityScheme};
pub(crate) use server::{Server, ServerVariable};
pub(crate) use shape::{
    Additional, Array, Boolean, Bounds, Choice, Discriminator, Integer, Number, Object, Property,
    Shape, Text,
};
pub(crate) use status::Status;
