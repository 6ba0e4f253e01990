//! The pages under `docs`: what they show is what happens.
//!
//! `BLESS=1 cargo test` rewrites the pages that are made. In the others, each fenced block says in
//! its info string what it is, and is tested by being there; code in Rust is run as documentation
//! tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod answer;
mod config;
mod diagnostics;
mod document;
mod examples;
mod fence;
mod program;
mod support;
