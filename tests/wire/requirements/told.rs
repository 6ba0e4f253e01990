//! What generated text says: the schemes of each operation's `META`, and what the builder's methods
//! take for each.

use std::collections::BTreeMap;

use syn::{Expr, ImplItem, Item, Lit, Stmt};

use super::declared::Requirements;

type Files = [(String, String)];

/// The requirements of each operation, by the id in its `META`.
pub(super) fn operations(files: &Files) -> BTreeMap<String, Requirements> {
    let mut operations = BTreeMap::new();
    for item in items(files, "operations") {
        let Item::Impl(block) = item else { continue };
        for item in block.items {
            let ImplItem::Const(meta) = item else {
                continue;
            };
            if meta.ident == "META" {
                let (id, security) = of_meta(&meta.expr);
                let before = operations.insert(id, security);
                assert!(before.is_none(), "two operations have one id");
            }
        }
    }
    operations
}

/// What satisfies each scheme, and where that goes, by the methods of the client's builder.
pub(super) fn credentials(files: &Files) -> BTreeMap<String, String> {
    let mut credentials = BTreeMap::new();
    for item in items(files, "client") {
        let Item::Impl(block) = item else { continue };
        for item in block.items {
            let ImplItem::Fn(method) = item else { continue };
            if let Some(Stmt::Expr(Expr::MethodCall(call), None)) = method.block.stmts.last()
                && call.method == "credential"
            {
                credentials.insert(text(&call.args[0]), credential(&call.args[1]));
            }
        }
    }
    credentials
}

/// The items of a file, or of the files of a folder.
fn items(files: &Files, name: &str) -> Vec<Item> {
    let is_it = |path: &str| path.split(['/', '.']).next() == Some(name);
    let found = files.iter().filter(|(path, _)| is_it(path));
    found
        .flat_map(|(_, text)| syn::parse_file(text).unwrap().items)
        .collect()
}

fn of_meta(meta: &Expr) -> (String, Requirements) {
    match meta {
        Expr::MethodCall(call) => {
            let (id, security) = of_meta(&call.receiver);
            if call.method == "security" {
                let alternatives = list(&call.args[0]);
                let names = |schemes| list(schemes).into_iter().map(text).collect();
                (id, alternatives.into_iter().map(names).collect())
            } else {
                (id, security)
            }
        }
        Expr::Call(call) => (text(&call.args[0]), Vec::new()),
        _ => panic!("`META` is neither a call nor a chain of calls"),
    }
}

/// The elements of `&[…]`.
fn list(expression: &Expr) -> Vec<&Expr> {
    match expression {
        Expr::Reference(reference) => list(&reference.expr),
        Expr::Array(array) => array.elems.iter().collect(),
        _ => panic!("no list"),
    }
}

fn text(expression: &Expr) -> String {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => text.value(),
            _ => panic!("no text"),
        },
        _ => panic!("no literal"),
    }
}

/// `Credential::Bearer(token.into())`, and so on.
fn credential(expression: &Expr) -> String {
    let variant = |path: &syn::Path| path.segments.last().unwrap().ident.to_string();
    match expression {
        Expr::Struct(basic) => variant(&basic.path),
        Expr::Call(call) => {
            let Expr::Path(path) = &*call.func else {
                panic!("no variant");
            };
            let variant = variant(&path.path);
            match call.args.len() {
                1 => variant,
                _ => format!("{} {}", variant.to_lowercase(), text(&call.args[0])),
            }
        }
        _ => panic!("no credential"),
    }
}
