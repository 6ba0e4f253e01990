//! Types as generated code writes them, from the client's module on.

use crate::ir::{Output, Type};

pub(crate) fn ty(from: &Type) -> String {
    match from {
        Type::Unit | Type::Null => "()".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(integer) => integer.name().to_owned(),
        Type::F32 => "f32".to_owned(),
        Type::F64 => "f64".to_owned(),
        Type::String => "String".to_owned(),
        Type::Bytes => "outspoken::Bytes".to_owned(),
        Type::Foreign(foreign) => format!("outspoken::{}", foreign.path()),
        Type::Own(path) => format!("outspoken::Own<{path}>"),
        Type::Body => "outspoken::Body".to_owned(),
        Type::Events(data) => format!("outspoken::Events<{}>", ty(data)),
        Type::JsonLines(item) => format!("outspoken::JsonLines<{}>", ty(item)),
        Type::Content => "outspoken::Content".to_owned(),
        Type::File => "outspoken::FilePart".to_owned(),
        Type::FileOr(value) => format!("outspoken::FileOr<{}>", ty(value)),
        Type::Json => "outspoken::Value".to_owned(),
        Type::Named(name) | Type::Choice(name) => format!("types::{name}"),
        Type::List(item) => format!("Vec<{}>", ty(item)),
        Type::Map(value) => format!("std::collections::BTreeMap<String, {}>", ty(value)),
        Type::Optional(inner) => format!("Option<{}>", ty(inner)),
        Type::Boxed(inner) => format!("Box<{}>", ty(inner)),
    }
}

/// What an operation gives.
pub(crate) fn output(from: &Output) -> String {
    match from {
        Output::Type(one) => ty(one),
        Output::Enum(name) => format!("outputs::{name}"),
    }
}

/// A type without the paths, for people.
pub(crate) fn short(from: &Type) -> String {
    let mut short = ty(from);
    for path in ["outspoken::", "types::", "std::collections::"] {
        short = short.replace(path, "");
    }
    short
}
