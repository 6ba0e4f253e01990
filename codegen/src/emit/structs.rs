//! Structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{default, docs, ident::ident, types};
use crate::ir::{Field, Fixed, Presence, Struct, Type};

pub(super) fn item(item: &Struct) -> TokenStream {
    let docs = docs::outer_or(&item.docs, "An object of the API.");
    let deprecated = docs::deprecated(item.deprecated);
    let name = ident(&item.name);
    let fields = item.fields.iter().map(field);
    let others = item.others.as_ref().map(|(name, ty)| {
        let (name, ty) = (ident(name), types::ty(ty, &TokenStream::new()));
        quote! {
            /// Members that have no field of their own.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    let table = table(item);
    let defaults = default::methods(item);
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name { #(#fields,)* #others }

        #table

        #defaults
    }
}

fn field(field: &Field) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let deprecated = docs::deprecated(field.deprecated);
    let name = ident(&field.name);
    let ty = types::ty(&field.ty, &TokenStream::new());
    let ty = match (field.presence, &field.ty) {
        (Presence::Required, _) | (Presence::Optional, Type::Optional(_)) => ty,
        (Presence::Optional | Presence::NullApart, _) => quote!(Option<#ty>),
    };
    quote!(#docs #deprecated pub #name: #ty)
}

/// The table by which it is read and written: rows by section, numbered throughout.
fn table(item: &Struct) -> TokenStream {
    let name = ident(&item.name);
    let mut fields: Vec<_> = item.fields.iter().collect();
    fields.sort_by_key(|field| (field.fixed.is_none(), field.presence));
    let rows: Vec<_> = fields
        .into_iter()
        .enumerate()
        .map(|(index, field)| (field, row(index, field)))
        .collect();
    let section = |of, is_fixed: bool| {
        let rows = rows
            .iter()
            .filter(move |(field, _)| field.presence == of && field.fixed.is_some() == is_fixed);
        rows.map(|(_, row)| row).collect::<Vec<_>>()
    };
    let fixed = section(Presence::Required, true);
    let fixed = (!fixed.is_empty()).then(|| quote!(fixed { #(#fixed)* }));
    let required = section(Presence::Required, false);
    let optional = section(Presence::Optional, false);
    let null_apart = section(Presence::NullApart, false);
    let null_apart = (!null_apart.is_empty()).then(|| quote!(null_apart { #(#null_apart)* }));
    let others = item.others.as_ref().map(|(name, _)| {
        let name = ident(name);
        quote!(others { #name })
    });
    quote! {
        outspoken::__private::object! {
            #name {
                #fixed
                required { #(#required)* }
                optional { #(#optional)* }
                #null_apart
                #others
            }
        }
    }
}

fn row(index: usize, field: &Field) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    let (name, wire) = (ident(&field.name), &field.wire);
    if let Some(fixed) = &field.fixed {
        let value = self::fixed(fixed);
        return quote!(#index #name = #wire => #value,);
    }
    let argument = (field.presence == Presence::Required).then(|| {
        let argument = match &field.ty {
            Type::String => quote!(impl Into<String>),
            other => types::ty(other, &TokenStream::new()),
        };
        quote!(: #argument)
    });
    quote!(#index #name #argument = #wire,)
}

/// The only value of a field, of which its type is made.
pub(super) fn fixed(fixed: &Fixed) -> TokenStream {
    match fixed {
        Fixed::Null => quote!(()),
        Fixed::Bool(flag) => quote!(#flag),
        // The suffix says which conversion is meant; digits and a sign are always tokens.
        Fixed::Integer(integer) => format!("{integer}_i64").parse().unwrap_or_default(),
        Fixed::Text(text) => quote!(#text),
    }
}
