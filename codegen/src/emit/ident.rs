//! Names as tokens.

use proc_macro2::{Ident, Span};

/// A planned name as an identifier. Planned names always are.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
