//! The three clients against a server on loopback that records every byte and answers by script.
//!
//! `cases/` holds one folder a case, read by `case_files`; everything else is a test in code.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests fail loudly too"
)]

mod answers;
mod any_error;
mod bodies;
mod case_files;
mod clients;
mod constants;
mod credentials;
mod encoding;
mod hostile;
mod items;
mod matrix;
mod memory;
mod methods;
mod never_ok;
mod parameters;
mod path_arguments;
mod prepared;
mod recognized;
mod requirements;
mod retry;
mod style_tables;
mod support;
mod swagger_2;
