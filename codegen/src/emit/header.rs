//! Headers of answers.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, types};
use crate::ir::Header;

pub(super) fn item(header: &Header) -> TokenStream {
    let Header {
        name,
        docs,
        deprecated,
        wire,
        ty,
    } = header;
    let docs = docs::outer(docs);
    let deprecated = docs::deprecated(*deprecated);
    let name = ident(name);
    let ty = types::ty(ty, &quote!(types::));
    quote! {
        #docs
        #deprecated
        pub const #name: Header<#ty> = Header::new(#wire);
    }
}
