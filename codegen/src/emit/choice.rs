//! Bodies of one of several representations.

use proc_macro2::TokenStream;
use quote::quote;

use super::{body, docs, ident::ident, types};
use crate::ir::{Alternative, Choice, Type};

pub(super) fn item(item: &Choice) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(&item.name);
    let variants = item.variants.iter().map(|variant| {
        let docs = docs::outer(&variant.docs);
        let name = ident(&variant.name);
        let ty = types::ty(&variant.ty, &TokenStream::new());
        quote!(#docs #name(#ty))
    });
    let rows = item.variants.iter().map(row);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant)]
        pub enum #name { #(#variants),* }

        body! { #name { #(#rows)* } }
    }
}

fn row(variant: &Alternative) -> TokenStream {
    let name = ident(&variant.name);
    let (method, arguments) = body::call(&variant.writing);
    let ty = types::ty(&variant.ty, &TokenStream::new());
    let from = match (variant.is_only, &variant.ty) {
        (false, _) => None,
        (true, Type::String) => Some(quote!(from String from &str)),
        (true, _) => Some(quote!(from #ty)),
    };
    quote!(#name = #method(#(#arguments),*) #from,)
}
