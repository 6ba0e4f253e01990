//! Documents that try to be more than text.
//!
//! Every position of a document in which text can stand is filled with each text of `payloads.json`.
//! What is generated must be what is generated from the document's harmless twin, names, texts and
//! comments aside: not one item, field or statement more, none less.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod cases;
mod descriptions;
mod limits;
mod markdown;
mod package;
mod shape;
mod twins;
