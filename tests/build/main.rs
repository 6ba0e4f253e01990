//! The door for build scripts, as cargo goes through it: crates of their own, built for real.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod faults;
mod features;
mod lifecycle;
mod names;
mod overlays;
mod scratch;
mod settings;
