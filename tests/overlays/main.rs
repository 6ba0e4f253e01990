//! OpenAPI Overlays: every rule of the two versions, and the examples of `specs/overlays`.
//!
//! A case is a file of `tests/fixtures/overlay` that ends with `.overlay.yaml`, or `.json`, and what comes of
//! it beside it. `docs/overlays.md` lists them by rule.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod bounds;
mod case;
mod examples;
mod page;
mod places;
mod rules;
