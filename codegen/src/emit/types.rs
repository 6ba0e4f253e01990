//! Types, where they are used.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use crate::ir::{Foreign, Output, Type};

/// A type as it is written; `path` leads to the module's own types.
pub(super) fn ty(from: &Type, path: &TokenStream) -> TokenStream {
    match from {
        Type::Unit | Type::Null => quote!(()),
        Type::Bool => quote!(bool),
        Type::Integer(integer) => {
            let name = ident(integer.name());
            quote!(#name)
        }
        Type::F32 => quote!(f32),
        Type::F64 => quote!(f64),
        Type::String => quote!(String),
        Type::Bytes => quote!(outspoken::Bytes),
        Type::Foreign(foreign) => self::foreign(*foreign),
        Type::Own(path) => own(path),
        Type::Body => quote!(outspoken::Body),
        Type::Events(data) => {
            let data = ty(data, path);
            quote!(outspoken::Events<#data>)
        }
        Type::JsonLines(item) => {
            let item = ty(item, path);
            quote!(outspoken::JsonLines<#item>)
        }
        Type::Content => quote!(outspoken::Content),
        Type::File => quote!(outspoken::FilePart),
        Type::FileOr(value) => {
            let value = ty(value, path);
            quote!(outspoken::FileOr<#value>)
        }
        Type::Json => quote!(outspoken::Value),
        Type::Named(name) | Type::Choice(name) => {
            let name = ident(name);
            quote!(#path #name)
        }
        Type::List(item) => {
            let item = ty(item, path);
            quote!(Vec<#item>)
        }
        Type::Map(value) => {
            let value = ty(value, path);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        Type::Optional(inner) => {
            let inner = ty(inner, path);
            quote!(Option<#inner>)
        }
        Type::Boxed(inner) => {
            let inner = ty(inner, path);
            quote!(Box<#inner>)
        }
    }
}

/// A type of another crate, which the runtime hands on: users need not depend on that crate.
fn foreign(foreign: Foreign) -> TokenStream {
    // Paths are written by us, and are tokens.
    let path: TokenStream = foreign.path().parse().unwrap_or_default();
    quote!(outspoken::#path)
}

/// A type of the user's. What is no path was refused before, and an own module may have the name of a
/// crate.
fn own(path: &str) -> TokenStream {
    let is_here = path.starts_with("crate::");
    let path: TokenStream = path.parse().unwrap_or_default();
    match is_here {
        true => quote!(outspoken::Own<#path>),
        false => quote!(outspoken::Own<::#path>),
    }
}

/// What an operation gives, from where operations stand.
pub(super) fn output(output: &Output) -> TokenStream {
    match output {
        Output::Type(one) => ty(one, &quote!(types::)),
        Output::Enum(name) => {
            let name = ident(name);
            quote!(outputs::#name)
        }
    }
}

/// Whether an argument may be anything that becomes the type.
pub(super) fn is_converted(from: &Type) -> bool {
    matches!(
        from,
        Type::String | Type::Own(_) | Type::Body | Type::File | Type::FileOr(_) | Type::Choice(_)
    )
}
