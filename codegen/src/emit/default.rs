//! Methods that give a field, or its default.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, number, types};
use crate::ir::{Default, DefaultValue, Field, Presence, Struct};

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
    let null_apart = field.presence == Presence::NullApart;
    let value = value(&default.value);
    let value = match null_apart {
        true => quote!(Some(#value)),
        false => value,
    };
    let ty = types::ty(&field.ty, &TokenStream::new());
    let (ty, body) = match &default.value {
        DefaultValue::Text(_) if null_apart => (
            quote!(Option<&str>),
            quote!(self.#name.as_ref().map_or(#value, Option::as_deref)),
        ),
        DefaultValue::Text(_) => (
            quote!(&str),
            quote!(self.#name.as_deref().unwrap_or(#value)),
        ),
        DefaultValue::Foreign(text) => {
            let or = match null_apart {
                true => quote!(or_text_or_null),
                false => quote!(or_text),
            };
            (ty, quote!(outspoken::__private::#or(&self.#name, #text)))
        }
        DefaultValue::Variant(..) => (ty, quote!(self.#name.clone().unwrap_or_else(|| #value))),
        DefaultValue::Bool(_) | DefaultValue::Integer(_) | DefaultValue::Float(_) => {
            (ty, quote!(self.#name.unwrap_or(#value)))
        }
    };
    quote! {
        #docs
        #deprecated
        #[must_use]
        pub fn #method(&self) -> #ty {
            #body
        }
    }
}

fn value(value: &DefaultValue) -> TokenStream {
    match value {
        DefaultValue::Text(text) | DefaultValue::Foreign(text) => quote!(#text),
        DefaultValue::Variant(of, text) => {
            let of = ident(of);
            quote!(#of::from(#text))
        }
        DefaultValue::Bool(flag) => quote!(#flag),
        DefaultValue::Integer(integer) => number::integer(*integer),
        DefaultValue::Float(float) => number::float(*float),
    }
}
