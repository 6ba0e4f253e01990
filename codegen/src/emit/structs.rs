//! Structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::{default, docs, extras, ident::ident, types};
use crate::{
    collection::order,
    ir::{Field, Fixed, Presence, Struct, Type},
};

pub(super) fn item(item: &Struct) -> TokenStream {
    let table = table(item);
    let defaults = default::methods(item);
    quote! {
        #table
        #defaults
    }
}

/// The most rows of a section: fields of one are a tuple to the runtime.
const MOST_ROWS: usize = 16;

/// The table of its fields: rows by section.
fn table(item: &Struct) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let deprecated = docs::deprecated(item.deprecated);
    let extras = extras::attributes(&item.extras);
    let name = ident(&item.name);
    let mut fields: Vec<_> = item.fields.iter().collect();
    order::sort_by_key(&mut fields, |field| (field.fixed.is_none(), field.presence));
    let section = |name: &str, of, is_fixed: bool| {
        let name = ident(name);
        let rows = fields
            .iter()
            .filter(|field| field.presence == of && field.fixed.is_some() == is_fixed);
        let rows: Vec<_> = rows.map(|field| row(field)).collect();
        let sections = rows
            .chunks(MOST_ROWS)
            .map(|rows| quote!(#name { #(#rows)* }));
        quote!(#(#sections)*)
    };
    let fixed = section("fixed", Presence::Required, true);
    let required = section("required", Presence::Required, false);
    let optional = section("optional", Presence::Optional, false);
    let null_apart = section("null_apart", Presence::NullApart, false);
    let others = item.others.as_ref().map(|(name, ty)| {
        let (name, ty) = (ident(name), types::ty(ty, &TokenStream::new()));
        quote!(others { #name: #ty })
    });
    quote! {
        object! {
            #docs
            #deprecated
            #extras
            pub struct #name {
                #fixed
                #required
                #optional
                #null_apart
                #others
            }
        }
    }
}

fn row(field: &Field) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let deprecated = docs::deprecated(field.deprecated);
    let (name, wire) = (ident(&field.name), &field.wire);
    // What may be absent is an `Option` already, and `null` is nothing to it.
    let ty = match (field.presence, &field.ty) {
        (Presence::Optional, Type::Optional(inner)) => inner,
        (_, ty) => ty,
    };
    let written = types::ty(ty, &TokenStream::new());
    let (ty, value) = match (field.presence, &field.fixed, ty) {
        (_, Some(fixed), _) => {
            let value = self::fixed(fixed);
            (quote!(: #written), Some(quote!(=> #value)))
        }
        (Presence::Required, None, Type::String | Type::Own(_)) => (quote!(as #written), None),
        _ => (quote!(: #written), None),
    };
    quote!(#docs #deprecated #name #ty = #wire #value,)
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
