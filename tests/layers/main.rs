//! Which part of this project may know which, and how large a file may be.
//!
//! What is read is the sources themselves: their `use` lines and paths. A violation is shown with
//! its file, its line and the rule that it breaks.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper of a test may fail as loudly as the test"
)]

mod arrows;
mod crates;
mod foreign;
mod lexer;
mod paths;
mod sizes;
mod source;

/// Ends a test with all that breaks its rule.
fn hold(violations: Vec<String>) {
    assert!(
        violations.is_empty(),
        "\n{}\n\n{} to mend\n",
        violations.join("\n"),
        violations.len()
    );
}
