//! What generated text says: the schemes of each operation, and what the builder's methods
//! take for each.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Expr, ExprArray, Ident, ImplItem, Item, Lit, LitStr, Stmt, Token, braced,
    parenthesized,
    parse::{Parse, ParseStream},
};

use super::declared::Requirements;

type Files = [(String, String)];

/// The requirements of each operation, by its id.
pub(super) fn operations(files: &Files) -> BTreeMap<String, Requirements> {
    let mut operations = BTreeMap::new();
    for item in items(files, "operations") {
        let Item::Macro(call) = item else { continue };
        if call.mac.path.segments.last().unwrap().ident == "operation" {
            let Told { id, security } = call.mac.parse_body().unwrap();
            let before = operations.insert(id, security);
            assert!(before.is_none(), "two operations have one id");
        }
    }
    operations
}

/// What the table of an operation says: `Name("id", …) { pub fn …; meta: [security(&[…])], … }`.
struct Told {
    id: String,
    security: Requirements,
}

impl Parse for Told {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Attribute::parse_outer)?;
        input.parse::<Token![pub]>()?;
        input.parse::<Token![struct]>()?;
        input.parse::<Ident>()?;
        let (fixed, body);
        parenthesized!(fixed in input);
        let id: LitStr = fixed.parse()?;
        fixed.parse::<TokenStream>()?;
        braced!(body in input);
        let mut security = Requirements::default();
        // The method's signature ends like any.
        while !body.peek(Token![;]) {
            body.parse::<TokenTree>()?;
        }
        body.parse::<Token![;]>()?;
        let mut key: Ident = body.parse()?;
        if key == "errors" {
            body.parse::<Token![:]>()?;
            body.parse::<ExprArray>()?;
            body.parse::<Token![,]>()?;
            key = body.parse()?;
        }
        if key == "meta" {
            body.parse::<Token![:]>()?;
            let meta: ExprArray = body.parse()?;
            for one in &meta.elems {
                security.extend(requirements(one));
            }
        }
        body.parse::<TokenStream>()?;
        let id = id.value();
        Ok(Self { id, security })
    }
}

/// The alternatives of `security(&[…])`; none of anything else.
fn requirements(of: &Expr) -> Requirements {
    let Expr::Call(call) = of else {
        panic!("no call")
    };
    let Expr::Path(function) = &*call.func else {
        panic!("no function")
    };
    if !function.path.is_ident("security") {
        return Requirements::default();
    }
    let names = |schemes| list(schemes).into_iter().map(text).collect();
    list(&call.args[0]).into_iter().map(names).collect()
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
