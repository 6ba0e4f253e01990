//! Error enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, responses::number, types};
use crate::ir::{ErrorEnum, Variant};

pub(super) fn item(item: &ErrorEnum) -> TokenStream {
    let (name, method) = (ident(&item.name), ident(&item.method));
    let rows = item
        .variants
        .iter()
        .enumerate()
        .map(|(position, variant)| row(position, variant));
    quote! {
        error_kind! { pub enum #name for #method { #(#rows)* } }
    }
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
