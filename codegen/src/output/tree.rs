//! Tokens as they are printed: taken apart once, since a stream is copied wherever it is looked into.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// A token, or several that belong together.
pub(super) enum Tree {
    /// A line of documentation, as it stands behind `///`.
    Doc(String),
    /// Another attribute: what is in its brackets.
    Attribute(Vec<Tree>),
    /// Tokens between brackets of a kind.
    Group(Bracket, Vec<Tree>),
    /// A mark, and whether it belongs to the next one.
    Mark(char, bool),
    /// A name or a literal.
    Word(String),
}

/// A kind of brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    Brace,
    Parenthesis,
    Square,
    None,
}

impl Tree {
    pub(super) fn is_mark(&self, mark: char) -> bool {
        matches!(self, Self::Mark(own, _) if *own == mark)
    }

    pub(super) fn is_block(&self) -> bool {
        matches!(self, Self::Group(Bracket::Brace, _))
    }

    /// Whether it is a group of rows with documentation or attributes.
    pub(super) fn has_documentation(&self) -> bool {
        let Self::Group(_, inside) = self else {
            return false;
        };
        let mut inside = inside.iter();
        inside.any(|one| matches!(one, Self::Doc(_) | Self::Attribute(_)))
    }
}

/// Takes tokens apart.
pub(super) fn trees(tokens: TokenStream) -> Vec<Tree> {
    let mut trees = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        trees.push(match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => match tokens.next_if(is_square) {
                Some(TokenTree::Group(attribute)) => self::attribute(attribute),
                _ => Tree::Mark('#', false),
            },
            TokenTree::Punct(mark) => Tree::Mark(mark.as_char(), mark.spacing() == Spacing::Joint),
            TokenTree::Group(group) => {
                let bracket = match group.delimiter() {
                    Delimiter::Brace => Bracket::Brace,
                    Delimiter::Parenthesis => Bracket::Parenthesis,
                    Delimiter::Bracket => Bracket::Square,
                    Delimiter::None => Bracket::None,
                };
                Tree::Group(bracket, self::trees(own(group)))
            }
            TokenTree::Ident(name) => Tree::Word(name.to_string()),
            TokenTree::Literal(literal) => Tree::Word(literal.to_string()),
        });
    }
    trees
}

fn is_square(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// The stream of a group that is no more: it has no other owner, and is not copied.
fn own(group: Group) -> TokenStream {
    let stream = group.stream();
    drop(group);
    stream
}

/// What stands behind `#`: documentation is `doc = "…"`.
fn attribute(group: Group) -> Tree {
    let inside: Vec<_> = own(group).into_iter().collect();
    if let [
        TokenTree::Ident(name),
        TokenTree::Punct(_),
        TokenTree::Literal(line),
    ] = &inside[..]
        && name == "doc"
        && let syn::Lit::Str(line) = syn::Lit::new(line.clone())
    {
        return Tree::Doc(line.value());
    }
    Tree::Attribute(trees(inside.into_iter().collect()))
}
