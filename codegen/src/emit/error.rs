//! Error enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, responses::number, types};
use crate::ir::{ErrorEnum, Variant};

pub(super) fn item(item: &ErrorEnum) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(&item.name);
    let variants = item.variants.iter().map(variant);
    let rows = item
        .variants
        .iter()
        .enumerate()
        .map(|(position, variant)| row(position, variant));
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// Any other error: status, headers and body are kept.
            Unrecognized(Unrecognized),
        }

        outspoken::__private::error_kind! { #name { #(#rows)* } }
    }
}

fn variant(variant: &Variant) -> TokenStream {
    let docs = docs::outer(&variant.docs);
    let name = ident(&variant.name);
    match &variant.payload {
        Some(payload) => {
            let payload = types::ty(payload, &quote!(types::));
            quote!(#docs #name(Payload<#payload>))
        }
        None => quote!(#docs #name(Undocumented)),
    }
}

fn row(position: usize, variant: &Variant) -> TokenStream {
    let number = number(position);
    let (name, is, meaning) = (ident(&variant.name), ident(&variant.is), &variant.meaning);
    quote!(#number #name #is #meaning,)
}
