//! From Rust-shaped data to tokens: nothing is decided here, and nothing can fail.

mod client;
mod default;
mod docs;
mod error;
mod first_call;
mod ident;
mod import;
mod integer_enum;
mod method;
mod number;
mod operation;
mod parameter;
mod predicate;
mod responses;
mod server;
mod string_enum;
mod structs;
mod types;
mod union;

use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use first_call::first_call;

use crate::ir::{Module, Operation, TypeItem};

/// A file of a module.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// Its name without `.rs`; empty for the module's root.
    pub name: &'static str,
    /// What is in it.
    pub tokens: TokenStream,
}

/// The files of a module, its root first.
#[must_use]
pub(crate) fn emit(module: &Module) -> Vec<Source> {
    vec![
        Source {
            name: "",
            tokens: root(module),
        },
        Source {
            name: "client",
            tokens: client::file(module),
        },
        Source {
            name: "errors",
            tokens: errors(module),
        },
        Source {
            name: "operations",
            tokens: operations(module),
        },
        Source {
            name: "types",
            tokens: types(module),
        },
    ]
}

fn root(module: &Module) -> TokenStream {
    let docs = docs::inner(&module.docs);
    // A program need not use all of an API. Generated code refers to what the document calls
    // deprecated, of which callers are told.
    let deprecated = has_deprecated(module).then(|| quote!(deprecated,));
    quote! {
        #docs
        #![allow(#deprecated dead_code, unused_imports)]

        mod client;
        pub mod errors;
        pub mod operations;
        pub mod types;

        pub use client::{Call, Client, ClientBuilder};
    }
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
    };
    module.operations.iter().any(operation) || module.types.iter().any(item)
}

fn errors(module: &Module) -> TokenStream {
    let enums = module.errors.iter().map(error::item);
    let body = quote!(#(#enums)*);
    let imports = import::used(&body, import::ERRORS);
    quote! {
        //! What can go wrong: an enum for each operation.
        #imports
        #body
    }
}

fn operations(module: &Module) -> TokenStream {
    let operations = module.operations.iter().map(operation::item);
    let body = quote!(#(#operations)*);
    let imports = import::used(&body, import::OPERATIONS);
    quote! {
        //! The operations: a struct for each, to be sent by a client or encoded and decoded by hand.
        #imports
        #body
    }
}

fn types(module: &Module) -> TokenStream {
    let items = module.types.iter().map(|item| match item {
        TypeItem::Struct(item) => structs::item(item),
        TypeItem::StringEnum(item) => string_enum::item(item),
        TypeItem::IntegerEnum(item) => integer_enum::item(item),
        TypeItem::Union(item) => union::item(item),
    });
    quote! {
        //! The types of bodies and parameters.
        #(#items)*
    }
}
