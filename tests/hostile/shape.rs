//! What a text of Rust consists of, whatever things are called in it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// The words that no name can be, but for those that generated code has no use for.
const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type",
    "unsafe", "use", "where", "while",
];

/// What generated code consists of: its items by what they are made of, and its comments.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Shape {
    /// The items of all files in some order, each with its file. Imports are left out: they follow
    /// from names.
    pub(crate) items: Vec<String>,
    /// The documentation of each place, as rustdoc reads it.
    pub(crate) docs: Vec<String>,
}

/// Reads generated files.
pub(crate) fn shape(files: &[(String, String)]) -> Result<Shape, String> {
    let mut shape = Shape::default();
    for (name, text) in files {
        let file = syn::parse_file(text).map_err(|error| format!("{name}: {error}"))?;
        let (mut own, attributes) = (format!("{name}: "), &file.attrs);
        walk(quote!(#(#attributes)*), &mut own, &mut shape.docs);
        shape.items.push(own);
        for item in file.items {
            let mut own = format!("{name}: ");
            walk(item.to_token_stream(), &mut own, &mut shape.docs);
            if !matches!(item, syn::Item::Use(_)) {
                shape.items.push(own);
            }
        }
    }
    // Where a request line cannot be shown as it is, the table of its operation says how it can.
    for item in &mut shape.items {
        *item = item.replace(r#"struct _ (",",",")"#, r#"struct _ (",",")"#);
    }
    shape.items.sort();
    Ok(shape)
}

/// Notes each token by its kind: keywords and marks as they are, names and literals as such.
fn walk(tokens: TokenStream, shape: &mut String, docs: &mut Vec<String>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut lines: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((line, length)) = doc(&tokens[at..]) {
            lines.push(line);
            at += length;
            continue;
        }
        if !lines.is_empty() {
            docs.push(unindented(&std::mem::take(&mut lines)));
        }
        note(token, at + 1 == tokens.len(), shape, docs);
        at += 1;
    }
    if !lines.is_empty() {
        docs.push(unindented(&lines));
    }
}

fn note(token: &TokenTree, last: bool, shape: &mut String, docs: &mut Vec<String>) {
    match token {
        TokenTree::Group(group) => {
            let (open, close) = match group.delimiter() {
                Delimiter::Brace => ('{', '}'),
                Delimiter::Bracket => ('[', ']'),
                Delimiter::Parenthesis => ('(', ')'),
                Delimiter::None => (' ', ' '),
            };
            shape.push(open);
            walk(group.stream(), shape, docs);
            shape.push(close);
        }
        // Whether a comma ends a list depends on whether the list fits its line.
        TokenTree::Punct(punct) if last && punct.as_char() == ',' => {}
        TokenTree::Punct(punct) => {
            if punct.as_char() == '>' && shape.ends_with(',') {
                shape.pop();
            }
            shape.push(punct.as_char());
        }
        TokenTree::Literal(literal) => {
            let is_text = literal.to_string().starts_with('"');
            shape.push_str(if is_text { "\"" } else { "0" });
        }
        TokenTree::Ident(name) => {
            let name = name.to_string();
            let is_keyword = KEYWORDS.contains(&name.as_str());
            shape.push_str(if is_keyword { &name } else { "_" });
            shape.push(' ');
        }
    }
}

/// The line of `#[doc = "…"]` or `#![doc = "…"]`, and how many tokens it takes.
fn doc(tokens: &[TokenTree]) -> Option<(String, usize)> {
    let is = |token: &TokenTree, mark| matches!(token, TokenTree::Punct(p) if p.as_char() == mark);
    let (group, length) = match tokens {
        [hash, TokenTree::Group(group), ..] if is(hash, '#') => (group, 2),
        [hash, bang, TokenTree::Group(group), ..] if is(hash, '#') && is(bang, '!') => (group, 3),
        _ => return None,
    };
    let attribute: syn::MetaNameValue = syn::parse2(group.stream()).ok()?;
    match attribute.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(line),
            ..
        }) if attribute.path.is_ident("doc") => Some((line.value(), length)),
        _ => None,
    }
}

/// Rustdoc takes off the indentation that all lines share.
fn unindented(lines: &[String]) -> String {
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let shared = filled.map(indent).min().unwrap_or(0);
    let lines = lines
        .iter()
        .map(|line| line.get(shared..).unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn names_texts_and_comments_have_no_shape() {
    let read = |text: &str| shape(&[("a".to_owned(), text.to_owned())]).unwrap();
    let one = read("/// One.\n/// Two.\nfn a(b: r#type) -> String { x! { \"y\", } }");
    let other = read("fn other(value: Other) -> T { y! { \"long } \\\" text\" } }\nuse a::b;");
    assert_eq!(one.items, other.items);
    assert_eq!(
        (one.docs, other.docs.len()),
        (vec!["One.\nTwo.".to_owned()], 0)
    );
    for changed in [
        "fn a(b: r#type) -> String { x! { \"y\", \"z\" } }",
        "fn a(b: r#type) -> String { x! { \"y\" }; evil() }",
        "pub fn a(b: r#type) -> String { x! { \"y\" } }",
        "fn a(b: r#type) -> String { x! { \"y\" } } fn evil() {}",
    ] {
        assert_ne!(read(changed).items, other.items, "{changed}");
    }
}
