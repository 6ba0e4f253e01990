//! What a status or an error means, for enums whose variants are named after them.

use super::{doc, name};

/// What a variant means, in a line: what the document says, else its name in words.
pub(super) fn meaning(name: &str, description: &str) -> String {
    match doc::sentence(description) {
        none if none.is_empty() => spelled_out(name),
        sentence => sentence,
    }
}

/// The documentation of a variant, line by line.
pub(super) fn docs(name: &str, description: &str) -> Vec<String> {
    let docs = doc::lines(description);
    if docs.is_empty() {
        return vec![doc::lines(&meaning(name, description)).join(" ")];
    }
    docs
}

/// The method that asks whether a value is a variant, or takes it out.
pub(super) fn method(prefix: &str, variant: &str) -> String {
    format!("{prefix}_{}", name::bare(&name::field(variant)))
}

/// A variant's name as words: what is said where the document says nothing.
fn spelled_out(name: &str) -> String {
    let words = name::bare(&name::field(name)).replace('_', " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
