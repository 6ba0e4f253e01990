//! Enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident};
use crate::ir::StringEnum;

pub(super) fn item(item: &StringEnum) -> TokenStream {
    let docs = docs::outer_or(&item.docs, "One of a set of strings.");
    let deprecated = docs::deprecated(item.deprecated);
    let (name, other) = (ident(&item.name), ident(&item.other));
    let variants = item.values.iter().map(|value| {
        let docs = docs::outer(&value.docs);
        let deprecated = docs::deprecated(value.deprecated);
        let name = ident(&value.name);
        quote!(#docs #deprecated #name)
    });
    let rows = item.values.iter().map(|value| {
        let (name, wire) = (ident(&value.name), &value.wire);
        quote!(#name = #wire,)
    });
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the document does not know.
            #other(String),
        }

        outspoken::__private::string_enum! { #name else #other { #(#rows)* } }
    }
}
