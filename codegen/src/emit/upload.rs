//! Bodies of parts, of which some are files.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, form_field, ident::ident, structs, types};
use crate::ir::{OtherParts, Part, Type, Upload};

pub(super) fn item(item: &Upload) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let deprecated = docs::deprecated(item.deprecated);
    let name = ident(&item.name);
    let fields = item.parts.iter().map(field);
    let others = item.others.as_ref().map(others);
    let fixed: Vec<_> = item.parts.iter().filter_map(fixed).collect();
    let fixed = (!fixed.is_empty()).then(|| quote!(fixed { #(#fixed)* }));
    let required = item.parts.iter();
    let required = required.filter(|part| part.required && part.fixed.is_none());
    let required = required.map(argument);
    let optional = item.parts.iter().filter(|part| !part.required);
    let optional = optional.map(|part| ident(&part.name));
    let rows = item.parts.iter().map(row);
    let others_row = item.others.as_ref().map(|others| {
        let name = ident(&others.name);
        let kind = ident(if others.are_files {
            "other_file"
        } else {
            "other_value"
        });
        quote!(others { #name = #kind })
    });
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name { #(#fields,)* #others }

        multipart! {
            #name {
                #fixed
                new { #(#required)* }
                none { #(#optional,)* }
                parts { #(#rows)* }
                #others_row
            }
        }
    }
}

fn field(part: &Part) -> TokenStream {
    let docs = docs::outer(&part.docs);
    let deprecated = docs::deprecated(part.deprecated);
    let name = ident(&part.name);
    let ty = types::ty(&part.ty, &TokenStream::new());
    let ty = match (&part.ty, part.required) {
        (Type::Optional(_), _) | (_, true) => ty,
        (_, false) => quote!(Option<#ty>),
    };
    quote!(#docs #deprecated pub #name: #ty)
}

fn fixed(part: &Part) -> Option<TokenStream> {
    let name = ident(&part.name);
    let value = structs::fixed(part.fixed.as_ref()?);
    Some(quote!(#name = #value,))
}

fn others(others: &OtherParts) -> TokenStream {
    let (name, ty) = (
        ident(&others.name),
        types::ty(&others.ty, &TokenStream::new()),
    );
    quote! {
        /// Parts that have no field of their own, by name.
        pub #name: std::collections::BTreeMap<String, #ty>,
    }
}

/// What the constructor takes: lists as they are, since the field is made by `into`.
fn argument(part: &Part) -> TokenStream {
    let name = ident(&part.name);
    let ty = types::ty(&part.ty, &TokenStream::new());
    let ty = match types::is_converted(&part.ty) {
        true => quote!(impl Into<#ty>),
        false => ty,
    };
    quote!(#name: #ty,)
}

fn row(part: &Part) -> TokenStream {
    let name = ident(&part.name);
    let kind = ident(if part.is_file { "file" } else { "value" });
    let wire = &part.field.wire;
    let settings = form_field::settings(&part.field);
    quote!(#name = #kind(#wire) #settings,)
}
