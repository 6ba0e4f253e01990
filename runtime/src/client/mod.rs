//! The client that generated modules share: settings, and the one path a call takes.

mod api;
mod base_url;
mod builder;
mod core;
mod deadline;
mod exchange;
mod macros;
mod settings;

pub use self::core::Core;
pub use api::{Api, Variable};
#[cfg(feature = "reqwest")]
pub(crate) use base_url::is_loopback;
pub use builder::Builder;
pub(crate) use settings::Sent;
