//! What is generated, as text; and what is refused, with the words of the refusal.
//!
//! `BLESS=1 cargo test` rewrites what is expected. A case is added by dropping a document into
//! `specs`, `tests/fixtures/accept`, `tests/fixtures/examples` or `tests/fixtures/reject/CODE`; settings
//! for it are in a file of its name that ends with `.toml`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod accept;
mod compiles;
mod determinism;
mod document;
mod examples;
mod parity;
mod reject;
mod select;
mod unused;
