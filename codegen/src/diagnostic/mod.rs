//! What there is to say about a document: a code, a place in it, a message and what to do.
//!
//! A diagnostic is data. It names its place by JSON Pointer, which costs nothing to carry while
//! stages walk the tree; only the renderer turns it into line and column.

#[macro_use]
mod code_macro;
#[macro_use]
mod code_overlay;
mod code;
#[cfg(test)]
mod code_tests;
mod code_text;
#[expect(
    clippy::module_inception,
    reason = "the folder is named after its main type"
)]
mod diagnostic;
mod list;
mod origin;
mod place;
mod pointer;
mod shown;
mod suggest;

pub use code::Code;
pub use code_text::UnknownCode;
pub use diagnostic::{Diagnostic, Severity};
pub use list::Diagnostics;
pub use origin::Origin;
pub use place::{At, On, Place, Span};
pub use pointer::Pointer;
pub(crate) use shown::shown;
pub use suggest::closest;
