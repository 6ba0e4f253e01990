//! Enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, extras, ident::ident};
use crate::ir::StringEnum;

pub(super) fn item(item: &StringEnum) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let deprecated = docs::deprecated(item.deprecated);
    let extras = extras::attributes(&item.extras);
    let (name, other) = (ident(&item.name), ident(&item.other));
    let rows = item.values.iter().map(|value| {
        let docs = docs::outer(&value.docs);
        let deprecated = docs::deprecated(value.deprecated);
        let (name, wire) = (ident(&value.name), &value.wire);
        quote!(#docs #deprecated #name = #wire,)
    });
    quote! {
        string_enum! {
            #docs
            #deprecated
            #extras
            pub enum #name else #other { #(#rows)* }
        }
    }
}
