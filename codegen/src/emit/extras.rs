//! What the user wants types to have.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Extras;

/// The attributes of a type.
pub(super) fn attributes(extras: &Extras) -> TokenStream {
    // What is no path was refused before.
    let derives = extras.derives.iter().map(|path| {
        let tokens: TokenStream = path.parse().unwrap_or_default();
        match path.contains("::") {
            true => quote!(::#tokens),
            false => tokens,
        }
    });
    let derives: Vec<_> = derives.collect();
    let derives = (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]));
    let non_exhaustive = extras.non_exhaustive.then(|| quote!(#[non_exhaustive]));
    quote!(#derives #non_exhaustive)
}
