//! Conditions, as data. The names are those that the runtime's macro brings into scope.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::number;
use crate::ir::{Predicate, Scalar};

pub(super) fn predicate(from: &Predicate) -> TokenStream {
    match from {
        Predicate::Equals(at, values) => {
            let values = values.iter().map(scalar);
            quote!(Equals(#at, &[#(#values),*]))
        }
        Predicate::Exists(at, flag) => quote!(Exists(#at, #flag)),
        Predicate::Empty(at, flag) => quote!(Empty(#at, #flag)),
        Predicate::StartsWith(at, text) => quote!(StartsWith(#at, #text)),
        Predicate::Contains(at, text) => quote!(Contains(#at, #text)),
        Predicate::Header(name, value) => quote!(Header(#name, #value)),
        Predicate::Some(at, condition) => {
            let condition = predicate(condition);
            quote!(SomeOf(&[#(#at),*], &#condition))
        }
        Predicate::None(at, condition) => {
            let condition = predicate(condition);
            quote!(NoneOf(&[#(#at),*], &#condition))
        }
        Predicate::All(all) => {
            let all = all.iter().map(predicate);
            quote!(All(&[#(#all),*]))
        }
        Predicate::Any(any) => {
            let any = any.iter().map(predicate);
            quote!(AnyOf(&[#(#any),*]))
        }
        Predicate::Not(condition) => {
            let condition = predicate(condition);
            quote!(Not(&#condition))
        }
    }
}

pub(super) fn scalar(from: &Scalar) -> TokenStream {
    match from {
        Scalar::Null => quote!(Null),
        Scalar::Bool(flag) => quote!(Bool(#flag)),
        Scalar::Integer(integer) => {
            let integer = number::integer(*integer);
            quote!(Integer(#integer))
        }
        Scalar::Unsigned(integer) => {
            let integer = Literal::u64_unsuffixed(*integer);
            quote!(Unsigned(#integer))
        }
        Scalar::Float(float) => {
            let float = number::float(*float);
            quote!(Float(#float))
        }
        Scalar::Text(text) => quote!(Text(#text)),
    }
}
