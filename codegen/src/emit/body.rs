//! How bodies are written.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{form_field, ident::ident};
use crate::ir::Writing;

/// The method that writes a body, and its arguments before the body.
pub(super) fn call(writing: &Writing) -> (Ident, Vec<TokenStream>) {
    let (method, arguments) = match writing {
        Writing::Json(media_type) => ("json", vec![quote!(#media_type)]),
        Writing::Form(media_type, fields) => {
            let fields = fields.iter().map(form_field::new);
            let fields = quote!(&[#(#fields),*]);
            ("form", vec![quote!(#media_type), fields])
        }
        Writing::Multipart(fields) => {
            let fields = fields.iter().map(form_field::new);
            ("multipart", vec![quote!(&[#(#fields),*])])
        }
        Writing::Text(media_type) => ("text", vec![quote!(#media_type)]),
        Writing::Bytes(media_type) => ("bytes", vec![quote!(#media_type)]),
        Writing::Content(range) => ("content", vec![quote!(#range)]),
        Writing::Own => ("body", Vec::new()),
    };
    (ident(method), arguments)
}
