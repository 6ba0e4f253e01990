//! Documents that are as large, as deep and as entangled as they may be.
//!
//! Each is some ten megabytes at its full size: what a person could send, and no person would write.

mod entangled;
mod large;
mod nested;

/// Makes a document of about so many steps.
type Make = fn(usize) -> String;

/// A document that is meant to do harm.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// What it is called.
    pub name: &'static str,
    /// `yaml` or `json`.
    pub ending: &'static str,
    /// How many steps make it full size.
    pub steps: usize,
    make: Make,
}

impl Case {
    /// The document, with a part of its steps: `of` as many as at full size.
    #[must_use]
    pub fn document(&self, of: usize) -> String {
        (self.make)((self.steps / of.max(1)).max(2))
    }
}

const fn yaml(name: &'static str, steps: usize, make: Make) -> Case {
    Case {
        name,
        ending: "yaml",
        steps,
        make,
    }
}

const fn json(name: &'static str, steps: usize, make: Make) -> Case {
    Case {
        name,
        ending: "json",
        steps,
        make,
    }
}

/// All cases.
#[must_use]
pub fn cases() -> Vec<Case> {
    [nested::CASES, entangled::CASES, large::CASES].concat()
}

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

/// A mapping's lines, one for each number.
fn lines(steps: usize, line: impl Fn(usize) -> String) -> String {
    (0..steps).map(line).collect()
}

/// An operation under a path of its own.
fn operation(number: usize, members: &str) -> String {
    format!("  /p{number}: {{get: {{operationId: o{number}, {members}}}}}\n")
}
