//! From Rust-shaped data to tokens: nothing is decided here, and nothing can fail.

mod body;
mod choice;
mod client;
mod default;
mod docs;
mod error;
mod first_call;
mod form_field;
mod header;
mod ident;
mod import;
mod incoming;
mod integer_enum;
mod method;
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

pub(crate) use first_call::first_call;

use crate::ir::{BodyItem, Module, Operation, TypeItem};

/// A file of a module.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// Its name without `.rs`; empty for the module's root.
    pub name: &'static str,
    /// What is in it.
    pub tokens: TokenStream,
}

/// The files of a module, its root first. There is none for what the module does not have.
#[must_use]
pub(crate) fn emit(module: &Module) -> Vec<Source> {
    let always = |name, tokens| Some(Source { name, tokens });
    let sources = [
        always("", root(module)),
        always("client", client::file(module)),
        always("errors", errors(module)),
        headers(module),
        always("operations", operations(module)),
        outputs(module),
        always("types", types(module)),
        webhooks(module),
    ];
    sources.into_iter().flatten().collect()
}

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

fn headers(module: &Module) -> Option<Source> {
    let headers = module.headers.iter().map(header::item);
    let body = quote!(#(#headers)*);
    let imports = import::used(&body, import::HEADERS);
    (!module.headers.is_empty()).then(|| Source {
        name: "headers",
        tokens: quote! {
            //! Headers, for `header` of a [`Response`](outspoken::Response) or an
            //! [`ApiError`](outspoken::ApiError).
            #imports
            #body
        },
    })
}

fn outputs(module: &Module) -> Option<Source> {
    let enums = module.outputs.iter().map(output::item);
    let body = quote!(#(#enums)*);
    let imports = import::used(&body, import::OUTPUTS);
    (!module.outputs.is_empty()).then(|| Source {
        name: "outputs",
        tokens: quote! {
            //! What operations give where there are several things: an enum for each.
            #![allow(clippy::large_enum_variant)]
            #imports
            #body
        },
    })
}

fn webhooks(module: &Module) -> Option<Source> {
    let functions = module.webhooks.iter().map(incoming::function);
    let body = quote!(#(#functions)*);
    let imports = import::used(&body, import::WEBHOOKS);
    (!module.webhooks.is_empty()).then(|| Source {
        name: "webhooks",
        tokens: quote! {
            //! What the API sends: webhooks and callbacks. Who sent it is not checked here: verify
            //! signatures first.
            #imports
            #body
        },
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
    let bodies = module.bodies.iter().map(|item| match item {
        BodyItem::Upload(item) => upload::item(item),
        BodyItem::Choice(item) => choice::item(item),
    });
    quote! {
        //! The types of bodies and parameters.
        #(#items)*
        #(#bodies)*
    }
}
