//! Fields of forms: what is particular about them.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident::ident;
use crate::ir::{FieldEncoding, FieldStyle, FormField};

/// A field as a value.
pub(super) fn new(field: &FormField) -> TokenStream {
    let wire = &field.wire;
    let settings = settings(field);
    quote!(FormField::new(#wire) #settings)
}

/// The calls that set what is particular about it.
pub(super) fn settings(field: &FormField) -> TokenStream {
    let FormField {
        wire: _,
        encoding,
        headers,
        needs,
    } = field;
    let encoding = match encoding {
        FieldEncoding::Usual => None,
        FieldEncoding::Typed(name) => Some(quote!(.content_type(#name))),
        FieldEncoding::Json(name) => Some(quote!(.json(#name))),
        FieldEncoding::Form(name, fields) => {
            let rows = fields.iter().map(new);
            let within = (!fields.is_empty()).then(|| quote!(.within(const { &[#(#rows),*] })));
            Some(quote!(.form(#name) #within))
        }
        FieldEncoding::Style {
            style,
            explode,
            reserved,
        } => {
            let method = ident(match style {
                FieldStyle::Form => "joined_by_commas",
                FieldStyle::Space => "joined_by_spaces",
                FieldStyle::Pipe => "joined_by_pipes",
                FieldStyle::Tab => "joined_by_tabs",
                FieldStyle::Deep => "deep",
            });
            Some(quote!(.#method(#explode, #reserved)))
        }
    };
    let headers = (!headers.is_empty()).then(|| {
        let pairs = headers.iter().map(|(name, value)| quote!((#name, #value)));
        quote!(.headers(&[#(#pairs),*]))
    });
    let needs = (!needs.is_empty()).then(|| quote!(.needs(&[#(#needs),*])));
    quote!(#encoding #headers #needs)
}
