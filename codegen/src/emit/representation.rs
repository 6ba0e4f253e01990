//! Operations in another representation.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, operation, responses, types};
use crate::ir::{Operation, Representation};

/// The operation in another representation, and the method of a call that asks for it.
pub(super) fn item(of: &Operation, other: &Representation) -> TokenStream {
    let (docs, asking) = (docs::outer(&other.docs), docs::outer(&other.asking));
    let (name, operation, method) = (ident(&other.name), ident(&of.name), ident(&other.method));
    let output = types::output(&other.answer.output);
    let mut meta = operation::answered(&other.answer, &of.answer.accept);
    // What is said of the preferred representation is not said of this one.
    let any = !of.answer.unasked.is_empty() && other.answer.unasked.is_empty();
    meta.extend(any.then(|| quote!(media_types(&[], &[]))));
    let buffered = of.answer.streamed && !other.answer.streamed;
    meta.extend(buffered.then(|| quote!(buffered())));
    let documented = responses::documented(&other.answer.documented);
    quote! {
        representation! {
            #docs
            pub struct #name(#operation) {
                #asking
                pub fn #method() -> #output;
                meta: [#(#meta),*],
                #documented
            }
        }
    }
}
