//! Identifiers out of arbitrary text.
//!
//! Documents name things as their vendors please: `x[]`, `+1`, `type`, `3d`, `naïve`, nothing at
//! all. What leaves here is always a valid Rust identifier of edition 2024, the same on every run:
//!
//! | text | field | type | constant |
//! |---|---|---|---|
//! | `sessionId` | `session_id` | `SessionId` | `SESSION_ID` |
//! | `type` | `r#type` | `Type` | `TYPE` |
//! | `self` | `self_` | `Self_` | `SELF` |
//! | `3d` | `n3d` | `N3d` | `N3D` |
//! | `1.0` | `n1_0` | `N1_0` | `N1_0` |
//! | `-1` | `minus1` | `Minus1` | `MINUS1` |
//! | `*` | `star` | `Star` | `STAR` |
//! | `😀` | `u1f600` | `U1f600` | `U1F600` |
//! | nothing | `empty` | `Empty` | `EMPTY` |
//!
//! Different texts may well give one name; [`Scope`] tells those apart.

mod case;
mod change;
mod keyword;
mod letter;
pub(crate) mod reserved;
mod scope;
mod shared;
mod status;
mod symbol;

pub(crate) use case::{constant, field, package, type_name};
pub(crate) use change::{Given, is_told, note};
pub(crate) use keyword::bare;
pub(crate) use scope::Scope;
pub(crate) use shared::shared;
pub(crate) use status::{variant_of_range, variant_of_status};
