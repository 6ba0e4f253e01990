//! Credentials: who the caller is, and where a request says so.

mod credential;
mod secret;

pub use credential::Credential;
pub use secret::Secret;
