//! The runtime of Outspoken's generated API clients.
//!
//! Generated code is data: each operation is a struct that encodes itself into a request and
//! decodes itself from an answer ([`Operation`]). This crate holds the rest once, for all APIs:
//! the [`Transport`], the errors, and the encoding.
//!
//! A call ends in a [`Response`] or an [`Error`], and the error says how far the call came:
//!
//! | variant | what happened | what is known |
//! |---|---|---|
//! | [`Error::Build`] | an argument, a credential or a constraint stands in the way | nothing was sent |
//! | [`Error::Timeout`], [`Error::Transport`] | no complete answer came | what had arrived |
//! | [`Error::Decode`] | success, in a form that is not documented | status, headers, body |
//! | [`Error::Api`] | the API said no | the operation's own variant, status, headers, body |
//!
//! # Features
//!
//! - `pattern` (default): arguments are checked against the `pattern` of their schema, by `regex-lite`.
//! - `reqwest` (default): [`ReqwestTransport`], the transport that clients use unless given one.
//! - `jiff`, `uuid` (default): the types that generated code has for dates, times and UUIDs, as
//!   `outspoken::jiff` and `outspoken::uuid`.
//! - `loopback`: [`Loopback`], a server on this machine that answers as a transport does, for tests.
//! - `testing`: what the tests of a document's examples in generated packages run.
//! - `chrono`, `time`, `url`, `decimal` (`rust_decimal`): those that it has by choice.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod body;
mod client;
mod error;
mod format;
mod incoming;
mod marker;
mod operation;
mod request;
mod response;
mod schema;
mod select;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod testing;
mod transport;

pub use auth::Secret;
pub use body::Body;
pub use error::{
    AnyError, AnyKind, ApiError, BuildError, DecodeError, Error, ErrorKind, Partial, Payload,
    Problem, ReadError, TimeoutError, TimeoutPhase, TransportError, TransportFailure, Undocumented,
    Unrecognized,
};
pub use format::{Base64, NotBase64};
pub use incoming::IncomingError;
pub use marker::{BoxError, BoxFuture, MaybeSend, MaybeSync};
pub use operation::{CallResult, Delivery, Operation, OperationMeta, Outcome};
pub use request::{Content, FileOr, FilePart, RequestParts};
pub use response::{
    Event, Events, Header, HeaderError, ItemError, JsonLines, RawResponse, Response, ToReply,
};
#[cfg(feature = "loopback")]
pub use transport::Loopback;
#[cfg(feature = "reqwest")]
pub use transport::ReqwestTransport;
pub use transport::{MemoryTransport, On, Transport};

pub use bytes::Bytes;
#[cfg(feature = "chrono")]
pub use chrono;
pub use http;
#[cfg(feature = "jiff")]
pub use jiff;
#[cfg(feature = "decimal")]
pub use rust_decimal;
pub use schema::Own;
pub use serde_json::Value;
#[cfg(feature = "time")]
pub use time;
#[cfg(feature = "url")]
pub use url;
#[cfg(feature = "uuid")]
pub use uuid;

/// What generated code uses and nobody else: it changes with the generator.
#[doc(hidden)]
pub mod __private {
    pub use serde::{
        Deserialize, Deserializer, Serialize, Serializer, de::MapAccess, ser::SerializeMap,
    };
    pub use serde_json::{Error as JsonError, Map, Value};

    pub use crate::{
        __body as body, __client as client, __error_kind as error_kind,
        __error_names as error_names, __integer_enum as integer_enum, __multipart as multipart,
        __object as object, __operation as operation, __output as output,
        __representation as representation, __string_enum as string_enum, __union as union,
        auth::Credential,
        client::{Api, Builder, Core, Variable},
        error::{Answer, FromAnswer, Held, KindRow},
        format::{or_text, or_text_or_null},
        incoming::{incoming, incoming_text},
        operation::{given, operation_meta},
        request::{
            FormField, Multipart, Parameter, ParameterValue, RequestBody, ToParameter, ToParts,
            write,
        },
        response::Reply,
        schema::{
            At, Blank, Buffer, FieldReader, FieldVisitor, Fields, Generated, IntegerEnum, Integers,
            JsonType, Object, Objects, StringEnum, Tag, Test, Texts, Union, Unions, Wire, copy,
            deserialize, fields, member, no_member, same, serialize, show, test,
        },
        select::{
            Case, Predicate, Reading, Responses, Scalar, Status, UNRECOGNIZED, bytes, json,
            nothing, table,
        },
    };
}
