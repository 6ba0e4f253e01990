//! What Swagger 2.0 says in another way than OpenAPI 3: where the API is, what bodies are, and how
//! parameters are written. All else is read as in OpenAPI 3.0.

mod body;
mod form;
pub(super) mod key;
mod media;
mod parameter;
mod response;
mod security;
mod server;
mod simple;

use super::{dialect::Dialect, reader::Reader};

impl Reader<'_> {
    /// Whether the document is one of Swagger 2.0.
    pub(super) fn is_v20(&self) -> bool {
        self.dialect == Dialect::V20
    }

    /// The keys that an object has: those of Swagger 2.0, or those of OpenAPI 3.
    pub(super) fn keys_of(
        &self,
        v20: &'static [&'static str],
        v3: &'static [&'static str],
    ) -> &'static [&'static str] {
        if self.is_v20() { v20 } else { v3 }
    }
}
