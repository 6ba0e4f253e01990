//! Operations: a struct, its constructor and setters, its encoding, and its table of responses.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, parameter, representation, responses, server, types};
use crate::ir::{Answer, Operation, Parameter};

pub(super) fn item(operation: &Operation) -> TokenStream {
    let definition = definition(operation);
    let inherent = inherent(operation);
    let implementation = implementation(operation);
    let table = responses::table(operation);
    let others = operation.representations.iter();
    let others = others.map(|other| representation::item(operation, other));
    quote! {
        #definition
        #inherent
        #implementation
        #table
        #(#others)*
    }
}

fn definition(operation: &Operation) -> TokenStream {
    let docs = docs::outer(&operation.struct_docs);
    let deprecated = docs::deprecated(operation.deprecated);
    let name = ident(&operation.name);
    let fields = operation.parameters.iter().map(parameter::field);
    let default = operation
        .parameters
        .iter()
        .all(|one| !one.required)
        .then(|| quote!(Default,));
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Debug, #default PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
    }
}

fn inherent(operation: &Operation) -> TokenStream {
    let name = ident(&operation.name);
    let parameters = &operation.parameters;
    let many = parameter::many_arguments(parameters);
    let arguments = parameters.iter().filter(|one| one.required);
    let arguments = arguments.map(|one| parameter::argument(one, &quote!(types::)));
    let values = parameters.iter().map(parameter::initial);
    let constructor = match parameters.iter().any(|one| one.required) {
        true => "The operation with its required arguments.",
        false => "The operation, with no arguments set.",
    };
    let constructor = docs::outer(&[constructor.to_owned()]);
    let setters = parameters
        .iter()
        .filter(|one| !one.required)
        .map(parameter::setter);
    quote! {
        impl #name {
            #constructor
            #[must_use]
            #many
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }

            #(#setters)*
        }
    }
}

fn implementation(operation: &Operation) -> TokenStream {
    let name = ident(&operation.name);
    let output = types::output(&operation.answer.output);
    let error = ident(&operation.error);
    let meta = meta(operation);
    let encode = encode(&operation.parameters);
    let table = ident(&operation.table);
    quote! {
        impl Operation for #name {
            type Output = #output;
            type Error = errors::#error;
            const META: OperationMeta = #meta;

            #encode

            fn decode(response: &mut RawResponse) -> Outcome<Self::Output, Self::Error> {
                decode(response, &Self::META, &#table)
            }
        }
    }
}

fn meta(operation: &Operation) -> TokenStream {
    let Operation {
        id,
        method,
        verb,
        path,
        server,
        security,
        answer,
        ..
    } = operation;
    let method = method.trim_start_matches("r#");
    let answered = answered(answer);
    let requirements = security.iter().map(|schemes| quote!(&[#(#schemes),*]));
    let security = (!security.is_empty()).then(|| quote!(.security(&[#(#requirements),*])));
    let server = server.as_ref().map(|own| {
        let own = server::server(own);
        quote!(.server(&#own))
    });
    quote!(OperationMeta::new(#id, #method, #verb, #path) #answered #server #security)
}

/// What is fixed about how an operation is answered.
pub(super) fn answered(answer: &Answer) -> TokenStream {
    let Answer {
        output: _,
        documented: _,
        accept,
        asked,
        unasked,
        streamed,
    } = answer;
    let accept = (!accept.is_empty()).then(|| quote!(.accept(#accept)));
    let media_types =
        (!unasked.is_empty()).then(|| quote!(.media_types(&[#(#asked),*], &[#(#unasked),*])));
    let streamed = streamed.then(|| quote!(.streamed()));
    quote!(#accept #media_types #streamed)
}

fn encode(parameters: &[Parameter]) -> TokenStream {
    let writes: Vec<_> = parameters.iter().map(parameter::write).collect();
    let request = if writes.is_empty() {
        quote!(_)
    } else {
        quote!(request)
    };
    quote! {
        fn encode(&self, #request: &mut RequestParts) -> Result<(), BuildError> {
            #(#writes)*
            Ok(())
        }
    }
}
