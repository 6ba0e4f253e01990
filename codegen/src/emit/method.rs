//! A client's method for an operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, parameter};
use crate::ir::Operation;

pub(super) fn method(operation: &Operation) -> TokenStream {
    let docs = docs::outer(&documentation(operation));
    let deprecated = docs::deprecated(operation.deprecated);
    let (name, method) = (ident(&operation.name), ident(&operation.method));
    let path = quote!(types::);
    let many = parameter::many_arguments(&operation.parameters);
    let required: Vec<_> = operation
        .parameters
        .iter()
        .filter(|one| one.required)
        .collect();
    let names = required.iter().map(|one| ident(&one.name));
    let arguments = required.iter().map(|one| parameter::argument(one, &path));
    quote! {
        #docs
        #deprecated
        #many
        pub fn #method(&self, #(#arguments),*) -> Call<'_, operations::#name> {
            self.call(operations::#name::new(#(#names),*))
        }
    }
}

/// What the operation does, what can be set on its call, and what can go wrong.
fn documentation(operation: &Operation) -> Vec<String> {
    let mut lines = operation.docs.clone();
    let optional: Vec<_> = operation
        .parameters
        .iter()
        .filter(|one| !one.required)
        .collect();
    if !optional.is_empty() {
        let links = optional
            .iter()
            .map(|one| format!("[`{0}`](Call::{0})", one.name.trim_start_matches("r#")));
        lines.push(String::new());
        lines.push(format!(
            "Optional: {}.",
            links.collect::<Vec<_>>().join(", ")
        ));
    }
    if !operation.output_docs.is_empty() {
        lines.push(String::new());
        lines.extend(operation.output_docs.iter().cloned());
    }
    lines.push(String::new());
    lines.extend(operation.error_docs.iter().cloned());
    lines
}
