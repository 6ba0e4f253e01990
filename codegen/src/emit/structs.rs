//! Structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{default, docs, ident::ident, types};
use crate::ir::{Field, Struct, Type};

pub(super) fn item(item: &Struct) -> TokenStream {
    let docs = docs::outer_or(&item.docs, "An object of the API.");
    let deprecated = docs::deprecated(item.deprecated);
    let name = ident(&item.name);
    let fields = item.fields.iter().map(field);
    let required = item.fields.iter().filter(|field| field.required);
    let optional = item.fields.iter().filter(|field| !field.required);
    let first_optional = required.clone().count();
    let required = required
        .enumerate()
        .map(|(index, field)| required_row(index, field));
    let optional = optional
        .enumerate()
        .map(|(index, field)| optional_row(first_optional + index, field));
    let others = item.others.as_ref().map(|(name, ty)| {
        let (name, ty) = (ident(name), types::ty(ty, &TokenStream::new()));
        quote! {
            /// Members that have no field of their own.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    let others_row = item.others.as_ref().map(|(name, _)| {
        let name = ident(name);
        quote!(others { #name })
    });
    let defaults = default::methods(item);
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name { #(#fields,)* #others }

        outspoken::__private::object! {
            #name {
                required { #(#required)* }
                optional { #(#optional)* }
                #others_row
            }
        }

        #defaults
    }
}

fn field(field: &Field) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let deprecated = docs::deprecated(field.deprecated);
    let name = ident(&field.name);
    let ty = types::ty(&field.ty, &TokenStream::new());
    let ty = match (&field.ty, field.required) {
        (Type::Optional(_), _) | (_, true) => ty,
        (_, false) => quote!(Option<#ty>),
    };
    quote!(#docs #deprecated pub #name: #ty)
}

fn required_row(index: usize, field: &Field) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let (name, wire) = (ident(&field.name), &field.wire);
    let argument = match &field.ty {
        Type::String => quote!(impl Into<String>),
        other => types::ty(other, &TokenStream::new()),
    };
    quote!(#index #name: #argument = #wire,)
}

fn optional_row(index: usize, field: &Field) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let (name, wire) = (ident(&field.name), &field.wire);
    quote!(#index #name = #wire,)
}
