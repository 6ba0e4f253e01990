//! Numbers as tokens: a sign is a token of its own.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn whole(number: usize) -> TokenStream {
    let digits = Literal::usize_unsuffixed(number);
    quote!(#digits)
}

pub(super) fn integer(integer: impl Into<i128>) -> TokenStream {
    let integer = integer.into();
    let digits = Literal::u128_unsuffixed(integer.unsigned_abs());
    if integer < 0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    }
}

/// A finite number; what is none has no literal, and becomes the largest.
pub(super) fn float(float: f64) -> TokenStream {
    let digits = Literal::f64_unsuffixed(float.abs().min(f64::MAX));
    if float < 0.0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    }
}
