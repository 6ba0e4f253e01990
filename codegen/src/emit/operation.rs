//! Operations: what is fixed about each, its parameters, and its table of responses.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, parameter, representation, responses, server, types};
use crate::ir::{Answer, Operation, Status};

/// What operations accept whose tables do not say it.
const JSON: &str = "application/json";

pub(super) fn item(operation: &Operation) -> TokenStream {
    let definition = definition(operation);
    let others = operation.representations.iter();
    let others = others.map(|other| representation::item(operation, other));
    quote! {
        #definition
        #(#others)*
    }
}

fn definition(operation: &Operation) -> TokenStream {
    let docs = docs::outer(&operation.docs);
    let deprecated = docs::deprecated(operation.deprecated);
    let (name, method) = (ident(&operation.name), ident(&operation.method));
    let Operation { id, verb, path, .. } = operation;
    let line = operation.request_line.as_ref().map(|line| quote!(, #line));
    let error_docs = docs::outer(&operation.error_docs);
    let meta = meta(operation);
    let meta = (!meta.is_empty()).then(|| quote!(meta: [#(#meta),*],));
    let output = types::output(&operation.answer.output);
    let error = ident(&operation.error);
    let (required, optional): (Vec<_>, Vec<_>) =
        operation.parameters.iter().partition(|one| one.required);
    let required = required.into_iter().map(parameter::row);
    let optional = (!optional.is_empty()).then(|| {
        let rows = optional.into_iter().map(parameter::row);
        quote!(optional { #(#rows,)* })
    });
    let responses = responses::table(operation);
    let default = operation.default_docs.as_ref();
    let default = default.map(|body| quote!(default: #body,));
    quote! {
        operation! {
            #docs
            #deprecated
            pub struct #name(#id, #verb, #path #line) {
                #error_docs
                pub fn #method(#(#required),*) -> Result<#output, errors::#error>;
                #meta
                #optional
                #responses
                #default
            }
        }
    }
}

/// What is fixed about an operation beside its names and its path.
fn meta(operation: &Operation) -> Vec<TokenStream> {
    let Operation {
        server,
        security,
        answer,
        ..
    } = operation;
    let mut meta = answered(answer, JSON);
    meta.extend(server.as_ref().map(|own| {
        let own = server::server(own);
        quote!(server(&#own))
    }));
    let types = answer.error_types.iter().map(|(status, media_type)| {
        let status = key(*status);
        quote!((#status, #media_type))
    });
    meta.extend((types.len() > 0).then(|| quote!(error_types(&[#(#types),*]))));
    let requirements = security.iter().map(|schemes| quote!(&[#(#schemes),*]));
    meta.extend((!security.is_empty()).then(|| quote!(security(&[#(#requirements),*]))));
    meta
}

/// A status as documents write it.
fn key(status: Status) -> String {
    match status {
        Status::Exact(code) => code.to_string(),
        Status::Range(class) => format!("{class}XX"),
        Status::Any => "default".to_owned(),
    }
}

/// What is fixed about how an operation is answered, beside that this is accepted.
pub(super) fn answered(answer: &Answer, accepted: &str) -> Vec<TokenStream> {
    let Answer {
        output: _,
        documented: _,
        accept,
        asked,
        unasked,
        streamed,
        error_types: _,
    } = answer;
    let accept = (accept != accepted).then(|| quote!(accept(#accept)));
    let media_types =
        (!unasked.is_empty()).then(|| quote!(media_types(&[#(#asked),*], &[#(#unasked),*])));
    let streamed = streamed.then(|| quote!(streamed()));
    [accept, media_types, streamed]
        .into_iter()
        .flatten()
        .collect()
}
