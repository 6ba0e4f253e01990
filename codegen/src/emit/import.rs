//! Imports: only what a file uses, so that none is unused.

use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::ident::ident;

/// A path, and the names that can be imported from it.
pub(super) type Imports = (&'static [&'static str], &'static [&'static str]);

/// What the file of the client may use.
pub(super) const CLIENT: &[Imports] = &[
    (&["outspoken"], &["Secret"]),
    (
        &["outspoken", "__private"],
        &["Api", "Credential", "Variable", "client!"],
    ),
];

/// What a file of errors may use, beside the client that documentation refers to.
pub(super) const ERRORS: &[Imports] = &[
    (&["outspoken"], &["Payload", "Undocumented"]),
    (
        &["outspoken", "__private"],
        &["error_kind!", "error_names!"],
    ),
    (&["super"], &["Client", "types::"]),
];

/// What the file of headers may use.
pub(super) const HEADERS: &[Imports] = &[(&["outspoken"], &["Header"]), (&["super"], &["types::"])];

/// What the file of outputs may use.
pub(super) const OUTPUTS: &[Imports] = &[
    (&["outspoken", "__private"], &["output!"]),
    (&["super"], &["types::"]),
];

/// What the file of webhooks may use.
pub(super) const WEBHOOKS: &[Imports] = &[
    (&["outspoken"], &["Bytes", "IncomingError"]),
    (&["outspoken", "__private"], &["incoming", "incoming_text"]),
    (&["super"], &["types::"]),
];

/// What a file of operations may use, beside the client and its calls, which get methods.
pub(super) const OPERATIONS: &[Imports] = &[
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
pub(super) const TYPES: &[Imports] = &[(
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

/// The modules among these behind which a path goes on in the file, and the file.
pub(super) fn modules(
    file: TokenStream,
    candidates: &'static [&'static str],
) -> (Vec<Ident>, TokenStream) {
    let mut found = Found::new(candidates.iter(), &[]);
    let file = found.collect(file);
    let used = candidates.iter().filter_map(|name| found.uses(name));
    (used.map(ident).collect(), file)
}

/// The imports of those names that the file uses, `name!` as a macro and `name::` as a module, or that
/// are `named` as used; and the file. It is that deep below the module of the API.
pub(super) fn used(
    file: TokenStream,
    groups: &[Imports],
    named: &[&str],
    depth: usize,
) -> (TokenStream, TokenStream) {
    let candidates = groups.iter().flat_map(|(_, candidates)| *candidates);
    let mut found = Found::new(candidates, named);
    let file = found.collect(file);
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
    (quote!(#(#lines)*), file)
}

/// The candidates, and which of them a file uses.
struct Found(Vec<Candidate>);

struct Candidate {
    /// As it stands in the group.
    written: &'static str,
    /// The bare name.
    name: &'static str,
    /// What follows it where it is used.
    followed: Followed,
    is_used: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Followed {
    /// Anything.
    Any,
    /// More of a path: `name::`.
    Path,
    /// What a macro is called with: `name!`.
    Bang,
}

impl Found {
    /// Of names that are used where it cannot be seen, those are `named` that are no macros.
    fn new<'c>(candidates: impl Iterator<Item = &'c &'static str>, named: &[&str]) -> Self {
        let candidate = |written: &&'static str| {
            let written = *written;
            let (name, followed) = match (written.strip_suffix("::"), written.strip_suffix('!')) {
                (Some(name), _) => (name, Followed::Path),
                (None, Some(name)) => (name, Followed::Bang),
                (None, None) => (written, Followed::Any),
            };
            Candidate {
                written,
                name,
                followed,
                is_used: followed != Followed::Bang && named.contains(&name),
            }
        };
        Self(candidates.map(candidate).collect())
    }

    /// The bare name of a candidate, if it is used.
    fn uses(&self, candidate: &str) -> Option<&'static str> {
        let mut used = self.0.iter().filter(|one| one.is_used);
        let found = used.find(|one| one.written == candidate)?;
        Some(found.name)
    }

    /// Looks at all tokens. They are taken apart and put together again: to look into a stream that
    /// somebody else has, too, is to copy it.
    fn collect(&mut self, tokens: TokenStream) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let next = || {
            let token = tokens.next()?;
            Some(match token {
                TokenTree::Ident(name) => {
                    self.note(&name, tokens.peek());
                    TokenTree::Ident(name)
                }
                TokenTree::Group(group) => {
                    let (delimiter, stream) = (group.delimiter(), group.stream());
                    drop(group);
                    Group::new(delimiter, self.collect(stream)).into()
                }
                token => token,
            })
        };
        std::iter::from_fn(next).collect()
    }

    fn note(&mut self, name: &Ident, next: Option<&TokenTree>) {
        let followed = match next {
            Some(TokenTree::Punct(mark)) if is_first_of_two_colons(mark) => Followed::Path,
            Some(TokenTree::Punct(mark)) if mark.as_char() == '!' => Followed::Bang,
            _ => Followed::Any,
        };
        let unused = self.0.iter_mut().filter(|one| !one.is_used);
        for one in unused.filter(|one| name == one.name) {
            one.is_used = one.followed == Followed::Any || one.followed == followed;
        }
    }
}

fn is_first_of_two_colons(mark: &Punct) -> bool {
    mark.as_char() == ':' && mark.spacing() == Spacing::Joint
}
