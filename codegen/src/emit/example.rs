//! Tests of examples: a row for each.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use super::{ident::ident, import, number::whole, types};
use crate::ir::{ExampleAnswer, ExampleOf, ExampleRead, ExampleTest, Examples};

/// The file beside the tests that holds what they are about.
pub(crate) const DATA: &str = "examples.jsonl";

/// The file of tests of a package; `None` where there are none.
#[must_use]
pub(crate) fn examples(examples: &Examples) -> Option<TokenStream> {
    let package = ident(&examples.package);
    let rows = examples.tests.iter().map(|test| row(test, &package));
    let body = quote!(examples! { #DATA, #(#rows)* });
    let (modules, body) = import::modules(body, import::EXAMPLES);
    let imports = match modules.as_slice() {
        [] => None,
        [one] => Some(quote!(use #package::#one;)),
        several => Some(quote!(use #package::{#(#several),*};)),
    };
    (!examples.tests.is_empty()).then(|| {
        quote! {
            //! The examples of the document: each is read and written again, and nothing of it may be
            //! lost. Those that contradict their schemas are not run.
            #![allow(deprecated)]
            use outspoken::testing::examples;
            #imports
            #body
        }
    })
}

/// A test: its name, what the example is, and the line of the data.
fn row(test: &ExampleTest, package: &Ident) -> TokenStream {
    let ExampleTest {
        name,
        ignored,
        data,
        of,
    } = test;
    let ignored = ignored.as_ref().map(|why| quote!(#[ignore = #why]));
    let name = ident(name);
    let of = match of {
        ExampleOf::Request(ty) => {
            let ty = seen_from_outside(types::ty(ty, &quote!(types::)), package);
            quote!(request(#ty))
        }
        ExampleOf::Answer(answer) => self::answer(answer),
    };
    let data = whole(*data);
    quote!(#ignored #name: #of = #data,)
}

/// A type with the package's name in the place of `crate`.
fn seen_from_outside(ty: TokenStream, package: &Ident) -> TokenStream {
    let tokens = ty.into_iter().map(|token| match token {
        TokenTree::Ident(name) if name == "crate" => TokenTree::Ident(package.clone()),
        token => token,
    });
    tokens.collect()
}

fn answer(answer: &ExampleAnswer) -> TokenStream {
    let ExampleAnswer {
        operation,
        status,
        content_type,
        read,
        may_fail,
    } = answer;
    let operation = ident(operation);
    let status = whole((*status).into());
    let kind = ident(match read {
        ExampleRead::Output => "output",
        ExampleRead::Variant(..) => "variant",
        ExampleRead::Error(..) => "error",
        ExampleRead::Kept(..) => "kept",
    });
    let is_success = matches!(read, ExampleRead::Output | ExampleRead::Variant(..));
    let or_error = (*may_fail && is_success).then(|| quote!(or error));
    let variants = match read {
        ExampleRead::Output => Vec::new(),
        ExampleRead::Variant(of, name) => {
            let (of, name) = (ident(of), ident(name));
            vec![quote!(outputs::#of::#name)]
        }
        ExampleRead::Error(of, names) | ExampleRead::Kept(of, names) => {
            let of = ident(of);
            let names = names.iter().map(|name| ident(name));
            names.map(|name| quote!(errors::#of::#name)).collect()
        }
    };
    quote!(#kind(operations::#operation, #status, #content_type #or_error #(, #variants)*))
}
