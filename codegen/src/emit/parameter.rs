//! Parameters: arguments, and where they go in a request.

use proc_macro2::TokenStream;
use quote::quote;

use super::{body, docs, form_field, ident::ident, number::float, types};
use crate::ir::{Constraints, Parameter, Place, Style, Type};

/// The row of a parameter: its type, and how it is written. What follows the name says how an argument
/// may be given (`types::is_converted`).
pub(super) fn row(parameter: &Parameter) -> TokenStream {
    let docs = docs::outer(&parameter.docs);
    let deprecated = docs::deprecated(parameter.deprecated);
    let name = ident(&parameter.name);
    let path = quote!(types::);
    let ty = match &parameter.ty {
        Type::List(item) => {
            let item = types::ty(item, &path);
            quote!(in [#item])
        }
        other => {
            let ty = types::ty(other, &path);
            match types::is_converted(other) {
                true => quote!(as #ty),
                false => quote!(: #ty),
            }
        }
    };
    let write = write(parameter);
    quote!(#docs #deprecated #name #ty = #write)
}

/// How an argument is written into a request.
fn write(parameter: &Parameter) -> TokenStream {
    let wire = &parameter.wire;
    let place = match &parameter.place {
        Place::Path => quote!(path),
        Place::Query => quote!(query),
        Place::QueryString => quote!(query_string),
        Place::QueryForm(fields) => {
            let fields = fields.iter().map(form_field::new);
            return quote!(query_form(#wire, &[#(#fields),*]));
        }
        Place::Header => quote!(header),
        Place::Cookie => quote!(cookie),
        Place::Body(writing) => {
            let (function, arguments) = body::call(writing);
            return quote!(#function(#(#arguments),*));
        }
    };
    let style = parameter
        .style
        .map(|style| call(style_name(style), TokenStream::new()));
    let explode = parameter.explode.map(|explode| quote!(.explode(#explode)));
    let inner = &parameter.inner;
    let inner = (!inner.is_empty()).then(|| quote!(.inner(&[#(#inner),*])));
    let reserved = parameter.allow_reserved.then(|| quote!(.allow_reserved()));
    let constraints = constraints(&parameter.constraints);
    let members = parameter.serialized.then(|| quote!(.members()));
    quote!(#place(#wire) #style #explode #inner #reserved #constraints #members)
}

fn style_name(style: Style) -> &'static str {
    match style {
        Style::Label => "label",
        Style::Matrix => "matrix",
        Style::SpaceDelimited => "space_delimited",
        Style::PipeDelimited => "pipe_delimited",
        Style::TabDelimited => "tab_delimited",
        Style::DeepObject => "deep_object",
        Style::Unescaped => "unescaped",
        Style::Json => "json",
    }
}

fn constraints(constraints: &Constraints) -> TokenStream {
    let Constraints {
        min_items,
        max_items,
        unique_items,
        min_length,
        max_length,
        pattern,
        one_of,
        minimum,
        above,
        maximum,
        below,
        multiple_of,
    } = constraints;
    let min_items = min_items.map(|n| call("min_items", count(n)));
    let max_items = max_items.map(|n| call("max_items", count(n)));
    let unique_items = unique_items.then(|| call("unique_items", TokenStream::new()));
    let min_length = min_length.map(|n| call("min_length", count(n)));
    let max_length = max_length.map(|n| call("max_length", count(n)));
    let pattern = pattern.as_ref().map(|text| call("pattern", quote!(#text)));
    let one_of = (!one_of.is_empty()).then(|| {
        let numbers = one_of.iter().map(|one| float(*one));
        call("one_of", quote!(&[#(#numbers),*]))
    });
    let minimum = minimum.map(|bound| call("minimum", float(bound)));
    let above = above.map(|bound| call("above", float(bound)));
    let maximum = maximum.map(|bound| call("maximum", float(bound)));
    let below = below.map(|bound| call("below", float(bound)));
    let multiple_of = multiple_of.map(|step| call("multiple_of", float(step)));
    quote! {
        #min_items #max_items #unique_items #min_length #max_length #pattern #one_of
        #minimum #above #maximum #below #multiple_of
    }
}

fn call(method: &str, argument: TokenStream) -> TokenStream {
    let method = ident(method);
    quote!(.#method(#argument))
}

fn count(count: u64) -> TokenStream {
    let count = proc_macro2::Literal::u64_unsuffixed(count);
    quote!(#count)
}
