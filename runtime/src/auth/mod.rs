//! Credentials: who the caller is, and where a request says so.

mod credential;
mod header;
mod secret;

pub use credential::Credential;
pub(crate) use header::is_credential;
pub use secret::Secret;
