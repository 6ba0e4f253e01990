//! The names in which tables are written.

pub use super::{
    Case,
    Predicate::{
        All, Any as AnyOf, Contains, Empty, Equals, Exists, Header, None as NoneOf, Not,
        Some as SomeOf, StartsWith,
    },
    Reading::{Error, ErrorAt, ErrorBy, Output},
    Scalar::{Bool, Float, Integer, Null, Text, Unsigned},
    Status::{Any, Exact, OneOf, Range},
    UNRECOGNIZED, bytes, events, json, json_lines, json_or_text, nothing, stream, text,
    text_events,
};

use super::Reading;
use crate::{DecodeError, RawResponse};

/// The answer of this status is the output, and read like this.
pub const fn output<T>(
    status: u16,
    read: fn(&mut RawResponse) -> Result<T, DecodeError>,
) -> (super::Status, Reading<T>) {
    (Exact(status), Output(read))
}

/// The answer of this status is the error with this number.
pub const fn error<T>(status: u16, variant: u16) -> (super::Status, Reading<T>) {
    (Exact(status), Error(variant))
}
