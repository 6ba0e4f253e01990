//! Enums of what operations give.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, types};
use crate::ir::{OutputEnum, OutputVariant, Type};

pub(super) fn item(item: &OutputEnum) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(&item.name);
    let variants = item.variants.iter().map(variant);
    let rows = item.variants.iter().map(row);
    // What is still arriving is there once, and equal to nothing else.
    let is_stream = |variant: &OutputVariant| variant.held.as_ref().is_some_and(Type::is_stream);
    let derived = match item.variants.iter().any(is_stream) {
        true => quote!(Debug),
        false => quote!(Clone, Debug, PartialEq),
    };
    quote! {
        #docs
        #[derive(#derived)]
        #[non_exhaustive]
        pub enum #name { #(#variants),* }

        output! { #name { #(#rows)* } }
    }
}

fn variant(variant: &OutputVariant) -> TokenStream {
    let docs = docs::outer(&variant.docs);
    let name = ident(&variant.name);
    let held = held(variant).map(|held| quote!((#held)));
    quote!(#docs #name #held)
}

fn row(variant: &OutputVariant) -> TokenStream {
    let (name, is, into) = (
        ident(&variant.name),
        ident(&variant.is),
        ident(&variant.into),
    );
    let into = held(variant).map(|held| quote!(#into(#held)));
    quote!(#name #is #into,)
}

fn held(variant: &OutputVariant) -> Option<TokenStream> {
    let held = variant.held.as_ref()?;
    Some(types::ty(held, &quote!(types::)))
}
