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
    UNRECOGNIZED, bytes, events, json, json_lines, json_or_text, none, nothing, some_json, stream,
    text, text_events,
};
