//! Enums of several types.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, extras, ident::ident, number, types};
use crate::ir::{JsonType, Member, Tag, Test, Type, Union};

pub(super) fn item(item: &Union) -> TokenStream {
    let docs = docs::outer_or(&item.docs, "A value of one of several types.");
    let deprecated = docs::deprecated(item.deprecated);
    let extras = extras::attributes(&item.extras);
    let name = ident(&item.name);
    let rows = item.members.iter().enumerate().map(row);
    let tag = (!item.tag.is_empty()).then(|| {
        let tag = &item.tag;
        quote!(by #tag)
    });
    let other = item.other.as_ref().map(|other| ident(other));
    let open = other.as_ref().map(|other| quote!(else #other));
    let non_exhaustive = other.map(|_| quote!(#[non_exhaustive]));
    quote! {
        union! {
            #docs
            #deprecated
            #extras
            #non_exhaustive
            pub enum #name #tag #open { #(#rows)* }
        }
    }
}

fn row((index, member): (usize, &Member)) -> TokenStream {
    let docs = docs::outer_or(&member.docs, words(&member.test));
    let deprecated = docs::deprecated(member.deprecated);
    let index = Literal::usize_unsuffixed(index);
    let name = ident(&member.name);
    let ty = types::ty(&member.ty, &TokenStream::new());
    let test = test(member);
    quote! {
        #docs
        #deprecated
        #index #name(#ty) = #test,
    }
}

/// What means something else in the rows of a union than the type of this name.
const WORDS: &[&str] = &[
    "Any", "Array", "Bool", "Fields", "Flag", "Integer", "Json", "Number", "Object", "String",
    "Tag", "Text", "Whole",
];

fn test(member: &Member) -> TokenStream {
    match &member.test {
        Test::Json(json) => {
            let json = ident(json_type(*json));
            quote!(Json(#json))
        }
        Test::Tag(tags) => {
            let tags = tags.iter().map(tag);
            quote!(Tag(&[#(#tags),*]))
        }
        Test::Fields => {
            let ty = match &member.ty {
                Type::Boxed(inner) => inner,
                ty => ty,
            };
            let path = match ty {
                Type::Named(name) if WORDS.contains(&name.as_str()) => quote!(self::),
                _ => TokenStream::new(),
            };
            let ty = types::ty(ty, &path);
            quote!(Fields(fields::<#ty>))
        }
        Test::Any => quote!(Any),
    }
}

fn tag(tag: &Tag) -> TokenStream {
    match tag {
        Tag::Bool(flag) => quote!(Flag(#flag)),
        Tag::Integer(integer) => {
            let integer = number::integer(*integer);
            quote!(Whole(#integer))
        }
        Tag::Text(text) => quote!(Text(#text)),
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

fn words(test: &Test) -> &'static str {
    match test {
        Test::Json(JsonType::Bool) => "`true` or `false`.",
        Test::Json(JsonType::Integer) => "A whole number.",
        Test::Json(JsonType::Number) => "A number.",
        Test::Json(JsonType::String) => "Text.",
        Test::Json(JsonType::Array) => "A list.",
        Test::Json(JsonType::Object) | Test::Tag(_) | Test::Fields => "An object.",
        Test::Any => "A value.",
    }
}
