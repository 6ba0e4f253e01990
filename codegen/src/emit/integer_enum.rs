//! Enums of whole numbers.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, number};
use crate::ir::IntegerEnum;

pub(super) fn item(item: &IntegerEnum) -> TokenStream {
    let docs = docs::outer_or(&item.docs, "One of a set of whole numbers.");
    let deprecated = docs::deprecated(item.deprecated);
    let (name, other) = (ident(&item.name), ident(&item.other));
    let variants = item.values.iter().map(|(name, value)| {
        let docs = docs::outer(&[format!("`{value}`")]);
        let name = ident(name);
        quote!(#docs #name)
    });
    let rows = item.values.iter().map(|(name, value)| {
        let (name, value) = (ident(name), number::integer(*value));
        quote!(#name = #value,)
    });
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the document does not know.
            #other(i64),
        }

        outspoken::__private::integer_enum! { #name else #other { #(#rows)* } }
    }
}
