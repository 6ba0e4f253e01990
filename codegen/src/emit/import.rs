//! Imports: only what a file uses, so that none is unused.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::ident::ident;

/// A path, and the names that can be imported from it.
pub(super) type Group = (&'static [&'static str], &'static [&'static str]);

/// What the file of the client may use.
pub(super) const CLIENT: &[Group] = &[
    (&["outspoken"], &["Secret"]),
    (
        &["outspoken", "__private"],
        &["Api", "Credential", "Variable", "client!"],
    ),
];

/// What a file of errors may use, beside the client that documentation refers to.
pub(super) const ERRORS: &[Group] = &[
    (&["outspoken"], &["Payload", "Undocumented"]),
    (
        &["outspoken", "__private"],
        &["error_kind!", "error_names!"],
    ),
    (&["super"], &["Client", "types::"]),
];

/// What the file of headers may use.
pub(super) const HEADERS: &[Group] = &[(&["outspoken"], &["Header"]), (&["super"], &["types::"])];

/// What the file of outputs may use.
pub(super) const OUTPUTS: &[Group] = &[
    (&["outspoken", "__private"], &["output!"]),
    (&["super"], &["types::"]),
];

/// What the file of webhooks may use.
pub(super) const WEBHOOKS: &[Group] = &[
    (&["outspoken"], &["Bytes", "IncomingError"]),
    (&["outspoken", "__private"], &["incoming", "incoming_text"]),
    (&["super"], &["types::"]),
];

/// What a file of operations may use, beside the client and its calls, which get methods.
pub(super) const OPERATIONS: &[Group] = &[
    (
        &["outspoken", "__private"],
        &[
            "Api",
            "FormField",
            "Variable",
            "operation!",
            "representation!",
        ],
    ),
    (
        &["super"],
        &[
            "Call",
            "Client",
            "errors::",
            "headers::",
            "outputs::",
            "types::",
        ],
    ),
];

/// What a file of types may use.
pub(super) const TYPES: &[Group] = &[(
    &["outspoken", "__private"],
    &[
        "body!",
        "integer_enum!",
        "multipart!",
        "object!",
        "string_enum!",
        "union!",
    ],
)];

/// What the file of tests may use of the package.
pub(super) const EXAMPLES: &[&str] = &["errors::", "operations::", "outputs::", "types::"];

/// The modules among these behind which a path goes on in the file.
pub(super) fn modules(file: &TokenStream, candidates: &[&str]) -> Vec<Ident> {
    let mut found = Found::new(&[]);
    found.collect(file.clone());
    let used = candidates.iter().filter_map(|name| found.uses(name));
    used.map(ident).collect()
}

/// The imports of those names that the file uses, `name!` as a macro and `name::` as a module, or that
/// are `named` as used. The file is that deep below the module of the API.
pub(super) fn used(
    file: &TokenStream,
    groups: &[Group],
    named: &[&str],
    depth: usize,
) -> TokenStream {
    let mut found = Found::new(named);
    found.collect(file.clone());
    let lines = groups.iter().filter_map(|(path, candidates)| {
        let used = candidates.iter().filter_map(|name| found.uses(name));
        let used: Vec<Ident> = used.map(ident).collect();
        let times = if *path == ["super"] { depth } else { 1 };
        let path = std::iter::repeat_n(*path, times).flatten();
        let path = path.map(|part| ident(part));
        match used.as_slice() {
            [] => None,
            [one] => Some(quote!(use #(#path)::*::#one;)),
            _ => Some(quote!(use #(#path)::*::{#(#used),*};)),
        }
    });
    quote!(#(#lines)*)
}

/// The names of a file.
struct Found {
    names: BTreeSet<String>,
    /// Those behind which a path goes on: `name::`.
    roots: BTreeSet<String>,
    /// Those of macros: `name!`.
    macros: BTreeSet<String>,
}

impl Found {
    /// Names that are used where it cannot be seen.
    fn new(named: &[&str]) -> Self {
        let named: BTreeSet<_> = named.iter().map(|name| (*name).to_owned()).collect();
        Self {
            roots: named.clone(),
            names: named,
            macros: BTreeSet::new(),
        }
    }

    /// The bare name of a candidate, if it is used.
    fn uses<'n>(&self, candidate: &'n str) -> Option<&'n str> {
        let (name, all) = match candidate.strip_suffix("::") {
            Some(root) => (root, &self.roots),
            None => match candidate.strip_suffix('!') {
                Some(name) => (name, &self.macros),
                None => (candidate, &self.names),
            },
        };
        all.contains(name).then_some(name)
    }

    fn collect(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    match tokens.peek() {
                        Some(TokenTree::Punct(mark)) if is_first_of_two_colons(mark) => {
                            self.roots.insert(name.clone());
                        }
                        Some(TokenTree::Punct(mark)) if mark.as_char() == '!' => {
                            self.macros.insert(name.clone());
                        }
                        _ => {}
                    }
                    self.names.insert(name);
                }
                TokenTree::Group(group) => self.collect(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

fn is_first_of_two_colons(mark: &Punct) -> bool {
    mark.as_char() == ':' && mark.spacing() == Spacing::Joint
}
