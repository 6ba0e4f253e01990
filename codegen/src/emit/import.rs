//! Imports: only what a file uses, so that none is unused.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use super::ident::ident;

/// A path, and the names that can be imported from it.
type Group = (&'static [&'static str], &'static [&'static str]);

/// What the file of the client may use.
pub(super) const CLIENT: &[Group] = &[
    (&["outspoken"], &["Secret"]),
    (
        &["outspoken", "__private"],
        &["Api", "Credential", "Variable"],
    ),
    (&["super"], &["operations", "types"]),
];

/// What the file of errors may use.
pub(super) const ERRORS: &[Group] = &[
    (&["outspoken"], &["Payload", "Undocumented", "Unrecognized"]),
    (&["super"], &["types"]),
];

/// What the file of headers may use.
pub(super) const HEADERS: &[Group] = &[(&["outspoken"], &["Header"]), (&["super"], &["types"])];

/// What the file of outputs may use.
pub(super) const OUTPUTS: &[Group] = &[(&["super"], &["types"])];

/// What the file of webhooks may use.
pub(super) const WEBHOOKS: &[Group] = &[
    (&["outspoken"], &["Bytes", "IncomingError"]),
    (&["outspoken", "__private"], &["incoming", "incoming_text"]),
    (&["super"], &["types"]),
];

/// What the file of operations may use.
pub(super) const OPERATIONS: &[Group] = &[
    (
        &["outspoken"],
        &[
            "BuildError",
            "Operation",
            "OperationMeta",
            "Outcome",
            "RawResponse",
            "RequestParts",
        ],
    ),
    (
        &["outspoken", "__private"],
        &["Api", "FormField", "Parameter", "Variable", "decode"],
    ),
    (&["super"], &["errors", "outputs", "types"]),
];

/// The imports of those names that the file uses.
pub(super) fn used(file: &TokenStream, groups: &[Group]) -> TokenStream {
    let mut names = BTreeSet::new();
    collect(file.clone(), &mut names);
    let lines = groups.iter().filter_map(|(path, candidates)| {
        let used: Vec<_> = candidates
            .iter()
            .filter(|name| names.contains(**name))
            .collect();
        let path = path.iter().map(|part| ident(part));
        let used: Vec<Ident> = used.into_iter().map(|name| ident(name)).collect();
        match used.as_slice() {
            [] => None,
            [one] => Some(quote!(use #(#path)::*::#one;)),
            _ => Some(quote!(use #(#path)::*::{#(#used),*};)),
        }
    });
    quote!(#(#lines)*)
}

fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
