//! From Rust-shaped data to tokens: nothing is decided here, and nothing can fail.

mod alias;
mod body;
mod choice;
mod client;
mod default;
mod docs;
mod error;
mod example;
mod extras;
mod file;
mod first_call;
mod form_field;
mod header;
mod ident;
mod import;
mod incoming;
mod integer_enum;
mod number;
mod operation;
mod output;
mod parameter;
mod predicate;
mod representation;
mod responses;
mod server;
mod string_enum;
mod structs;
mod types;
mod union;
mod upload;

use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use example::{DATA as EXAMPLES_DATA, examples};
pub(crate) use file::{Source, sources};
pub(crate) use first_call::first_call;

use crate::ir::{BodyItem, Module, Operation, TypeItem};

fn root(module: &Module) -> TokenStream {
    let docs = docs::inner(&module.docs);
    // A program need not use all of an API. Generated code refers to what the document calls
    // deprecated, of which callers are told.
    let deprecated = has_deprecated(module).then(|| quote!(deprecated,));
    let headers = (!module.headers.is_empty()).then(|| public("headers"));
    let outputs = (!module.outputs.is_empty()).then(|| public("outputs"));
    let webhooks = (!module.webhooks.is_empty()).then(|| public("webhooks"));
    quote! {
        #docs
        #![allow(#deprecated dead_code, unused_imports)]

        mod client;
        pub mod errors;
        #headers
        pub mod operations;
        #outputs
        pub mod types;
        #webhooks

        pub use client::{Call, Client, ClientBuilder};
    }
}

fn public(name: &str) -> TokenStream {
    let name = ident::ident(name);
    quote!(pub mod #name;)
}

/// A type of bodies or parameters: those of requests alone come last. `path` leads to all of them.
fn type_item(module: &Module, index: usize, path: &TokenStream) -> Option<TokenStream> {
    let Some(item) = module.types.get(index) else {
        let item = module.bodies.get(index - module.types.len())?;
        return Some(match item {
            BodyItem::Upload(item) => upload::item(item),
            BodyItem::Choice(item) => choice::item(item),
        });
    };
    Some(match item {
        TypeItem::Struct(item) => structs::item(item),
        TypeItem::StringEnum(item) => string_enum::item(item),
        TypeItem::IntegerEnum(item) => integer_enum::item(item),
        TypeItem::Union(item) => union::item(item),
        TypeItem::Alias(item) => alias::item(item, path),
    })
}

fn has_deprecated(module: &Module) -> bool {
    let operation = |one: &Operation| one.deprecated || one.parameters.iter().any(|p| p.deprecated);
    let item = |item: &TypeItem| match item {
        TypeItem::Struct(item) => {
            item.deprecated || item.fields.iter().any(|field| field.deprecated)
        }
        TypeItem::StringEnum(item) => {
            item.deprecated || item.values.iter().any(|value| value.deprecated)
        }
        TypeItem::IntegerEnum(item) => item.deprecated,
        TypeItem::Union(item) => {
            item.deprecated || item.members.iter().any(|member| member.deprecated)
        }
        TypeItem::Alias(_) => false,
    };
    let body = |item: &BodyItem| match item {
        BodyItem::Upload(item) => item.deprecated || item.parts.iter().any(|part| part.deprecated),
        BodyItem::Choice(_) => false,
    };
    module.operations.iter().any(operation)
        || module.types.iter().any(item)
        || module.bodies.iter().any(body)
        || module.headers.iter().any(|header| header.deprecated)
}
