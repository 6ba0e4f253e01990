//! Error enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, responses::number, types};
use crate::ir::{ErrorEnum, SharedErrors, Variant};

/// The enums of some operations; and other names for what several operations have.
pub(super) fn items<'e>(errors: impl Iterator<Item = &'e ErrorEnum>) -> Vec<TokenStream> {
    let (mut items, mut aliases) = (Vec::new(), Vec::new());
    for one in errors {
        let (name, method) = (ident(&one.name), ident(&one.method));
        match &one.shared {
            Some(shared) => {
                let shared = ident(shared);
                aliases.push(quote!(pub type #name for #method = #shared;));
            }
            None => {
                let rows = rows(&one.variants);
                items.push(quote!(error_kind! { pub enum #name for #method { #rows } }));
            }
        }
    }
    if !aliases.is_empty() {
        items.push(quote!(error_names! { #(#aliases)* }));
    }
    items
}

/// An enum that several operations have.
pub(super) fn shared(item: &SharedErrors) -> TokenStream {
    let name = ident(&item.name);
    let rows = rows(&item.variants);
    quote!(error_kind! { pub enum #name { #rows } })
}

fn rows(variants: &[Variant]) -> TokenStream {
    let rows = variants.iter().enumerate();
    let rows = rows.map(|(position, variant)| row(position, variant));
    quote!(#(#rows)*)
}

/// A variant: its number, its name, its method, what it holds, and what it means.
fn row(position: usize, variant: &Variant) -> TokenStream {
    let Variant {
        name,
        is,
        docs,
        payload,
        meaning,
    } = variant;
    let docs = docs::outer(docs);
    let number = number(position);
    let (name, is) = (ident(name), ident(is));
    let held = match payload {
        Some(payload) => {
            let payload = types::ty(payload, &quote!(types::));
            quote!(Payload<#payload>)
        }
        None => quote!(Undocumented),
    };
    quote!(#docs #number #name #is: #held = #meaning,)
}
