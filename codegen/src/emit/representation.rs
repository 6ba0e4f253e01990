//! Operations in another representation, and the methods of a call that ask for it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, operation, responses, types};
use crate::ir::{Operation, Representation};

/// The operation in another representation.
pub(super) fn item(of: &Operation, other: &Representation) -> TokenStream {
    let docs = docs::outer(&other.docs);
    let (name, operation) = (ident(&other.name), ident(&of.name));
    let output = types::output(&other.answer.output);
    let meta = operation::answered(&other.answer);
    // What is said of the preferred representation is not said of this one.
    let any = (!of.answer.unasked.is_empty() && other.answer.unasked.is_empty())
        .then(|| quote!(.media_types(&[], &[])));
    let buffered = (of.answer.streamed && !other.answer.streamed).then(|| quote!(.buffered()));
    let documented = responses::documented(&other.answer.documented);
    quote! {
        outspoken::__private::representation! {
            #docs
            #name of #operation: #output {
                meta: #operation::META #(.#meta)* #any #buffered,
                documented: &[#(#documented),*],
            }
        }
    }
}

/// The methods of a call that ask for another representation.
pub(super) fn methods(of: &Operation) -> Option<TokenStream> {
    let operation = ident(&of.name);
    let methods = of.representations.iter().map(|other| {
        let (name, method) = (ident(&other.name), ident(&other.method));
        let docs = docs::outer(&other.asking);
        quote! {
            #docs
            pub fn #method(self) -> Call<'client, operations::#name> {
                let operation = operations::#name(self.operation);
                Call { core: self.core, operation }
            }
        }
    });
    (!of.representations.is_empty())
        .then(|| quote!(impl<'client> Call<'client, operations::#operation> { #(#methods)* }))
}
