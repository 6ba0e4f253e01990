//! Structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{default, docs, extras, ident::ident, types};
use crate::ir::{Field, Fixed, Presence, Struct, Type};

pub(super) fn item(item: &Struct) -> TokenStream {
    let table = table(item);
    let defaults = default::methods(item);
    quote! {
        #table
        #defaults
    }
}

/// The table of its fields: rows by section, numbered throughout.
fn table(item: &Struct) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let deprecated = docs::deprecated(item.deprecated);
    let extras = extras::attributes(&item.extras);
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
    let required = (!required.is_empty()).then(|| quote!(required { #(#required)* }));
    let optional = section(Presence::Optional, false);
    let optional = (!optional.is_empty()).then(|| quote!(optional { #(#optional)* }));
    let null_apart = section(Presence::NullApart, false);
    let null_apart = (!null_apart.is_empty()).then(|| quote!(null_apart { #(#null_apart)* }));
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

fn row(index: usize, field: &Field) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let deprecated = docs::deprecated(field.deprecated);
    let index = Literal::usize_unsuffixed(index);
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
    quote!(#docs #deprecated #index #name #ty = #wire #value,)
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
