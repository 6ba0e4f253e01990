//! Imports: only what a file uses, so that none is unused.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
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
    (&["outspoken"], &["Payload", "Undocumented"]),
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
    (&["outspoken"], &["Operation"]),
    (
        &["outspoken", "__private"],
        &["Api", "FormField", "Variable"],
    ),
    (&["super"], &["errors", "outputs", "types"]),
];

/// The imports of those names that the file uses.
pub(super) fn used(file: &TokenStream, groups: &[Group]) -> TokenStream {
    let mut found = Found::default();
    found.collect(file.clone());
    let lines = groups.iter().filter_map(|(path, candidates)| {
        let names = match path {
            // A field may be called like a module.
            ["super"] => &found.roots,
            _ => &found.names,
        };
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

/// The names of a file.
#[derive(Default)]
struct Found {
    names: BTreeSet<String>,
    /// Those behind which a path goes on: `name::`.
    roots: BTreeSet<String>,
}

impl Found {
    fn collect(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(name) => {
                    if tokens.peek().is_some_and(is_first_of_two_colons) {
                        self.roots.insert(name.to_string());
                    }
                    self.names.insert(name.to_string());
                }
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

fn is_first_of_two_colons(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':' && mark.spacing() == Spacing::Joint)
}
