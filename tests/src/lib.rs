//! What the tests share.

pub mod bless;
pub mod cargo;
pub mod diff;
pub mod repo;
pub mod server;

/// The README's code, compiled as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The code of the page on errors, run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../docs/errors.md")]
pub struct Errors;

/// The code of the page on tests, run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../docs/testing.md")]
pub struct Testing;
