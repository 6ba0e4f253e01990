//! Methods that give a field, or its default.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, number, types};
use crate::ir::{Default, DefaultValue, Field, Struct};

/// The methods of a struct that has defaults.
pub(super) fn methods(item: &Struct) -> Option<TokenStream> {
    let fields = item.fields.iter();
    let methods: Vec<_> = fields
        .filter_map(|field| Some(method(field, field.default.as_ref()?)))
        .collect();
    let name = ident(&item.name);
    (!methods.is_empty()).then(|| quote!(impl #name { #(#methods)* }))
}

fn method(field: &Field, default: &Default) -> TokenStream {
    let docs = docs::outer(&default.docs);
    let deprecated = docs::deprecated(field.deprecated);
    let (method, name) = (ident(&default.method), ident(&field.name));
    let (ty, value) = match &default.value {
        DefaultValue::Text(text) => (quote!(&str), quote!(self.#name.as_deref().unwrap_or(#text))),
        DefaultValue::Foreign(text) => foreign(field, text),
        DefaultValue::Variant(of, text) => {
            let of = ident(of);
            (
                quote!(#of),
                quote!(self.#name.clone().unwrap_or_else(|| #of::from(#text))),
            )
        }
        DefaultValue::Bool(flag) => by_value(field, &quote!(#flag)),
        DefaultValue::Integer(integer) => by_value(field, &number::integer(*integer)),
        DefaultValue::Float(float) => by_value(field, &number::float(*float)),
    };
    quote! {
        #docs
        #deprecated
        #[must_use]
        pub fn #method(&self) -> #ty {
            #value
        }
    }
}

fn by_value(field: &Field, value: &TokenStream) -> (TokenStream, TokenStream) {
    let name = ident(&field.name);
    let ty = types::ty(&field.ty, &TokenStream::new());
    (ty, quote!(self.#name.unwrap_or(#value)))
}

fn foreign(field: &Field, text: &str) -> (TokenStream, TokenStream) {
    let name = ident(&field.name);
    let ty = types::ty(&field.ty, &TokenStream::new());
    (
        ty,
        quote!(outspoken::__private::or_text(&self.#name, #text)),
    )
}
