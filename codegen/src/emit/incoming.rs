//! Functions that read what the API sends.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, types};
use crate::ir::{Incoming, Read};

pub(super) fn function(incoming: &Incoming) -> TokenStream {
    let Incoming {
        name,
        docs,
        deprecated,
        read,
        ty,
    } = incoming;
    let errors = [String::new(), "# Errors".to_owned(), String::new()];
    let errors = errors
        .into_iter()
        .chain(["When it is not what is documented.".to_owned()]);
    let lines: Vec<_> = docs.iter().cloned().chain(errors).collect();
    let docs = docs::outer(&lines);
    let deprecated = docs::deprecated(*deprecated);
    let name = ident(name);
    let ty = types::ty(ty, &quote!(types::));
    let read = match read {
        Read::Text => quote!(incoming_text),
        _ => quote!(incoming),
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(body: impl Into<Bytes>) -> Result<#ty, IncomingError> {
            #read(body.into())
        }
    }
}
