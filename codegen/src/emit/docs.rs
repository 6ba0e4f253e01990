//! Documentation.

use proc_macro2::TokenStream;
use quote::quote;

/// Lines before an item.
pub(super) fn outer(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| padded(line));
    quote!(#(#[doc = #lines])*)
}

/// Lines at the head of a file.
pub(super) fn inner(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| padded(line));
    quote!(#(#![doc = #lines])*)
}

/// Lines before an item that needs documentation; this stands in where there is none.
pub(super) fn outer_or(lines: &[String], otherwise: &str) -> TokenStream {
    if lines.is_empty() {
        outer(&[otherwise.to_owned()])
    } else {
        outer(lines)
    }
}

/// `#[deprecated]`, where it applies.
pub(super) fn deprecated(deprecated: bool) -> Option<TokenStream> {
    deprecated.then(|| quote!(#[deprecated]))
}

fn padded(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}
