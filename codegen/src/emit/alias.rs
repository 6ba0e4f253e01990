//! Other names of types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, types};
use crate::ir::Alias;

pub(super) fn item(item: &Alias) -> TokenStream {
    let Alias { name, docs, of } = item;
    let (name, docs) = (ident(name), docs::outer(docs));
    let of = types::ty(of, &TokenStream::new());
    quote!(#docs pub type #name = #of;)
}
