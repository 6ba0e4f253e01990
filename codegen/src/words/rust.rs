//! Types as generated code writes them.

use crate::ir::Type;

/// With their paths, from the client's module on.
pub(crate) fn ty(from: &Type) -> String {
    written(from, true)
}

/// Without the paths of what everybody knows, for people.
pub(crate) fn short(from: &Type) -> String {
    written(from, false)
}

fn written(from: &Type, is_whole: bool) -> String {
    let path = |path| if is_whole { path } else { "" };
    let own = path("outspoken::");
    let of = |inner| written(inner, is_whole);
    match from {
        Type::Unit | Type::Null => "()".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(integer) => integer.name().to_owned(),
        Type::F32 => "f32".to_owned(),
        Type::F64 => "f64".to_owned(),
        Type::String => "String".to_owned(),
        Type::Bytes => format!("{own}Bytes"),
        Type::Foreign(foreign) => format!("{own}{}", foreign.path()),
        Type::Own(theirs) => format!("{own}Own<{theirs}>"),
        Type::Body => format!("{own}Body"),
        Type::Events(data) => format!("{own}Events<{}>", of(data)),
        Type::JsonLines(item) => format!("{own}JsonLines<{}>", of(item)),
        Type::Content => format!("{own}Content"),
        Type::File => format!("{own}FilePart"),
        Type::FileOr(value) => format!("{own}FileOr<{}>", of(value)),
        Type::Json => format!("{own}Value"),
        Type::Named(name) | Type::Choice(name) => format!("{}{name}", path("types::")),
        Type::List(item) => format!("Vec<{}>", of(item)),
        Type::Map(value) => {
            let map = path("std::collections::");
            format!("{map}BTreeMap<String, {}>", of(value))
        }
        Type::Optional(inner) => format!("Option<{}>", of(inner)),
        Type::Boxed(inner) => format!("Box<{}>", of(inner)),
    }
}
