//! Enums of whole numbers.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, extras, ident::ident, number};
use crate::ir::IntegerEnum;

pub(super) fn item(item: &IntegerEnum) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let deprecated = docs::deprecated(item.deprecated);
    let extras = extras::attributes(&item.extras);
    let (name, other) = (ident(&item.name), ident(&item.other));
    let rows = item.values.iter().map(|(name, value)| {
        let (name, value) = (ident(name), number::integer(*value));
        quote!(#name = #value,)
    });
    quote! {
        integer_enum! {
            #docs
            #deprecated
            #extras
            pub enum #name else #other { #(#rows)* }
        }
    }
}
