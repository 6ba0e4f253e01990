//! Enums of JSON types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, types};
use crate::ir::{JsonType, Union};

pub(super) fn item(item: &Union) -> TokenStream {
    let docs = docs::outer_or(&item.docs, "A value of one of several types.");
    let deprecated = docs::deprecated(item.deprecated);
    let name = ident(&item.name);
    let variants = item.members.iter().map(|member| {
        let docs = docs::outer_or(&member.docs, words(member.json));
        let name = ident(&member.name);
        let ty = types::ty(&member.ty, &TokenStream::new());
        quote!(#docs #name(#ty))
    });
    let rows = item.members.iter().map(|member| {
        let (name, json) = (ident(&member.name), ident(json_type(member.json)));
        quote!(#name = #json,)
    });
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq)]
        pub enum #name { #(#variants),* }

        outspoken::__private::union! { #name { #(#rows)* } }
    }
}

fn json_type(json: JsonType) -> &'static str {
    match json {
        JsonType::Bool => "Bool",
        JsonType::Integer => "Integer",
        JsonType::Number => "Number",
        JsonType::String => "String",
        JsonType::Array => "Array",
        JsonType::Object => "Object",
    }
}

fn words(json: JsonType) -> &'static str {
    match json {
        JsonType::Bool => "`true` or `false`.",
        JsonType::Integer => "A whole number.",
        JsonType::Number => "A number.",
        JsonType::String => "Text.",
        JsonType::Array => "A list.",
        JsonType::Object => "An object.",
    }
}
