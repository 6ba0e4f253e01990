//! JSONPath (RFC 9535): queries as data, read from text and asked of a tree.
//!
//! The libraries that there are ask without counting, and a query may take any time: a filter within
//! a filter reads a document as often as it has values. Here each step is counted.

mod compare;
mod cursor;
mod filter;
mod function;
mod literal;
mod parse;
mod pattern;
mod query;
mod select;
mod steps;
#[cfg(test)]
mod tests;

pub(super) use parse::{Fault, parse};
pub(super) use query::{Query, Selector};
pub(super) use select::{End, Way, select};
pub(super) use steps::Steps;
