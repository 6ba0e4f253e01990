//! The files of a module: each can be emitted on its own, in any order.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    client, docs, error, header,
    ident::ident,
    import::{self, Imports},
    incoming, operation, output, root, type_item,
};
use crate::ir::{ItemFile, Module};

/// A file of a module.
#[derive(Debug, Clone)]
pub(crate) struct Source<'m> {
    /// Its path below the module's folder, without `.rs`; empty for the module's root.
    pub path: String,
    module: &'m Module,
    content: Content<'m>,
}

/// What is in a file.
#[derive(Debug, Clone, Copy)]
enum Content<'m> {
    Root,
    Client,
    Headers,
    Outputs,
    Webhooks,
    /// Operations.
    Operations(&'m ItemFile),
    /// Errors of operations.
    Errors(&'m ItemFile),
    /// Types, and bodies of requests.
    Types(&'m ItemFile),
}

/// The files of a module, its root first. There is none for what the module does not have.
#[must_use]
pub(crate) fn sources(module: &Module) -> Vec<Source<'_>> {
    let source = |path: &str, content| Source {
        path: path.to_owned(),
        module,
        content,
    };
    let below = |folder: &str, file: &ItemFile| match file.name.trim_start_matches("r#") {
        "" => folder.to_owned(),
        name => format!("{folder}/{name}"),
    };
    let mut sources = vec![source("", Content::Root), source("client", Content::Client)];
    for file in &module.operation_files {
        sources.push(source(&below("errors", file), Content::Errors(file)));
        sources.push(source(
            &below("operations", file),
            Content::Operations(file),
        ));
    }
    let types = module.type_files.iter();
    sources.extend(types.map(|file| source(&below("types", file), Content::Types(file))));
    if !module.headers.is_empty() {
        sources.push(source("headers", Content::Headers));
    }
    if !module.outputs.is_empty() {
        sources.push(source("outputs", Content::Outputs));
    }
    if !module.webhooks.is_empty() {
        sources.push(source("webhooks", Content::Webhooks));
    }
    sources
}

impl Source<'_> {
    /// What is in the file.
    #[must_use]
    pub(crate) fn tokens(&self) -> TokenStream {
        let Module {
            operations,
            errors,
            shared_errors,
            outputs,
            headers,
            webhooks,
            operation_files,
            type_files,
            ..
        } = self.module;
        match self.content {
            Content::Root => root(self.module),
            Content::Client => client::file(self.module),
            Content::Headers => HEADERS.whole(headers.iter().map(header::item).collect()),
            Content::Outputs => OUTPUTS.whole(outputs.iter().map(output::item).collect()),
            Content::Webhooks => WEBHOOKS.whole(webhooks.iter().map(incoming::function).collect()),
            Content::Operations(file) => {
                let items = file.items.iter().filter_map(|at| operations.get(*at));
                let linked = items.clone().flat_map(|one| &one.linked);
                let named: Vec<_> = OPERATIONS.named.iter().chain(linked).copied().collect();
                let kind = Kind {
                    named: &named,
                    ..OPERATIONS
                };
                kind.part(file, operation_files, items.map(operation::item).collect())
            }
            Content::Errors(file) => {
                let own = file.items.iter().filter_map(|at| errors.get(*at));
                let shared = shared_errors.iter().filter(|_| file.name.is_empty());
                let items = shared.map(error::shared).chain(error::items(own));
                ERRORS.part(file, operation_files, items.collect())
            }
            Content::Types(file) => {
                let path = if file.name.is_empty() {
                    quote!(self)
                } else {
                    quote!(super)
                };
                let items = file.items.iter();
                let items = items.filter_map(|at| type_item(self.module, *at, &path));
                TYPES.part(file, type_files, items.collect())
            }
        }
    }
}

/// A kind of file.
struct Kind<'n> {
    docs: &'static [&'static str],
    imports: &'static [Imports],
    /// What macros and documentation refer to, where items do not.
    named: &'n [&'static str],
    /// Whether items refer to each other, wherever they are.
    is_connected: bool,
    /// Whether enums hold what they hold, of whatever size.
    is_uneven: bool,
}

const PLAIN: Kind<'_> = Kind {
    docs: &[],
    imports: &[],
    named: &[],
    is_connected: false,
    is_uneven: false,
};

const ERRORS: Kind<'_> = Kind {
    docs: &["What can go wrong: an enum for each operation, under a name of its own."],
    imports: import::ERRORS,
    named: &["Client"],
    is_connected: true,
    ..PLAIN
};

const HEADERS: Kind<'_> = Kind {
    docs: &[
        "Headers, for `header` of a [`Response`](outspoken::Response) or an",
        "[`ApiError`](outspoken::ApiError).",
    ],
    imports: import::HEADERS,
    ..PLAIN
};

const OPERATIONS: Kind<'_> = Kind {
    docs: &[
        "The operations: a struct for each, to be sent by a client or encoded and decoded by hand.",
    ],
    imports: import::OPERATIONS,
    named: &["Call", "Client"],
    ..PLAIN
};

const OUTPUTS: Kind<'_> = Kind {
    docs: &["What operations give where there are several things: an enum for each."],
    imports: import::OUTPUTS,
    is_uneven: true,
    ..PLAIN
};

const TYPES: Kind<'_> = Kind {
    docs: &["The types of bodies and parameters."],
    imports: import::TYPES,
    is_connected: true,
    ..PLAIN
};

const WEBHOOKS: Kind<'_> = Kind {
    docs: &[
        "What the API sends: webhooks and callbacks. Who sent it is not checked here: verify",
        "signatures first.",
    ],
    imports: import::WEBHOOKS,
    ..PLAIN
};

impl Kind<'_> {
    /// The only file of its kind.
    fn whole(&self, items: TokenStream) -> TokenStream {
        self.first(&[], items)
    }

    /// The first file of its kind, of which there is more to say.
    fn first(&self, more: &[String], items: TokenStream) -> TokenStream {
        let docs = self.docs.iter().map(|line| (*line).to_owned());
        let docs: Vec<_> = docs.chain(more.iter().cloned()).collect();
        let docs = docs::inner(&docs);
        let allow = self
            .is_uneven
            .then(|| quote!(#![allow(clippy::large_enum_variant)]));
        let (imports, body) = import::used(items, self.imports, self.named, 1);
        quote!(#docs #allow #imports #body)
    }

    /// One file of several: the first hands on what is in the others.
    fn part(&self, file: &ItemFile, all: &[ItemFile], items: TokenStream) -> TokenStream {
        if file.name.is_empty() {
            let others = all.iter().filter(|other| !other.name.is_empty());
            let modules = others.map(|other| {
                let feature = other.feature.as_ref();
                let feature = feature.map(|feature| quote!(#[cfg(feature = #feature)]));
                let name = ident(&other.name);
                (
                    quote!(#feature mod #name;),
                    quote!(#feature pub use #name::*;),
                )
            });
            let (modules, uses): (Vec<_>, Vec<_>) = modules.unzip();
            let first = self.first(&file.docs, items);
            return quote!(#first #(#modules)* #(#uses)*);
        }
        let docs = docs::inner(&file.docs);
        let (imports, body) = import::used(items, self.imports, self.named, 2);
        let connected = self.is_connected.then(|| {
            quote!(
                use super::*;
            )
        });
        quote!(#docs #imports #connected #body)
    }
}
