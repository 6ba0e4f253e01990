//! The pages under `docs`: what they show is what happens.
//!
//! `BLESS=1 cargo test` rewrites the pages that are made. What a fenced block is, its info string
//! says; a block is tested by being there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod diagnostics;
