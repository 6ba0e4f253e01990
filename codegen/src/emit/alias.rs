//! Other names of types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident};
use crate::ir::Alias;

/// The type under another name, and not an alias of it: variants of enums can be imported by the name.
/// `path` leads to where all types are handed on.
pub(super) fn item(item: &Alias, path: &TokenStream) -> TokenStream {
    let Alias { name, docs, of } = item;
    let (name, of) = (ident(name), ident(of));
    let docs = docs::outer(docs);
    quote! {
        #docs
        #[doc(inline)]
        pub use #path::#of as #name;
    }
}
