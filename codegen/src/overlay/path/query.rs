//! What a query consists of (RFC 9535 §2).

use std::ops::Range;

use serde_json::Value;

/// A query: from the root, or within a filter from the value that is tested.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::overlay) struct Query {
    pub(in crate::overlay) is_relative: bool,
    pub(in crate::overlay) segments: Vec<Segment>,
}

/// One step down.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::overlay) struct Segment {
    /// Whether all values below are looked at, and not just the children: `..`.
    pub(in crate::overlay) descends: bool,
    pub(in crate::overlay) selectors: Vec<Selector>,
    /// Where it stands in the text.
    pub(in crate::overlay) span: Range<usize>,
}

/// Which children are taken.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::overlay) enum Selector {
    Name(String),
    Wildcard,
    /// Counted from the end, where it is negative.
    Index(i64),
    Slice(Slice),
    Filter(Logical),
}

/// `start:end:step`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::overlay) struct Slice {
    pub(in crate::overlay) start: Option<i64>,
    pub(in crate::overlay) end: Option<i64>,
    pub(in crate::overlay) step: i64,
}

/// What is true of a value, or not.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::overlay) enum Logical {
    Any(Vec<Logical>),
    All(Vec<Logical>),
    Not(Box<Logical>),
    Compare(Comparable, Operator, Comparable),
    /// Whether the query selects anything.
    Exists(Query),
    Matches(Matching),
}

/// A text held against a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::overlay) struct Matching {
    pub(in crate::overlay) text: Comparable,
    pub(in crate::overlay) pattern: Comparable,
    /// Whether all of the text must fit, and not just some of it.
    pub(in crate::overlay) is_whole: bool,
}

/// What can be compared: one value, or none.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::overlay) enum Comparable {
    Literal(Value),
    /// A query that selects one value at most, or one whose only value is meant: `value(…)`.
    Value(Query),
    Count(Query),
    Length(Box<Comparable>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::overlay) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Query {
    /// Whether it selects one value at most, whatever it is asked of (RFC 9535 §2.3.5.1).
    pub(super) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let one = matches!(
                segment.selectors.as_slice(),
                [Selector::Name(_) | Selector::Index(_)]
            );
            one && !segment.descends
        })
    }
}
