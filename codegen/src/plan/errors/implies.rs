//! Whether one condition implies another: true only when sure.

use std::cell::Cell;

use crate::model::{
    Literal,
    Predicate::{
        self, All, Any, Contains, Empty, Equals, Exists, Header, None as NoneOf, Not,
        Some as SomeOf, StartsWith,
    },
};

/// More comparisons than any person's conditions need; conditions of that size imply nothing.
const FUEL: u32 = 20_000;

/// Whether every answer that meets `p` meets `q`. No condition at all is met by every answer.
pub(super) fn implies(p: Option<&Predicate>, q: Option<&Predicate>) -> bool {
    let implication = Implication {
        fuel: Cell::new(FUEL),
    };
    match (p, q) {
        (_, None) => true,
        (None, Some(q)) => implication.holds(&All(Vec::new()), q),
        (Some(p), Some(q)) => implication.holds(p, q),
    }
}

struct Implication {
    fuel: Cell<u32>,
}

impl Implication {
    fn holds(&self, p: &Predicate, q: &Predicate) -> bool {
        let Some(left) = self.fuel.get().checked_sub(1) else {
            return false;
        };
        self.fuel.set(left);
        self.by_parts(p, q) || atoms(p, q) || self.by_elements(p, q)
    }

    /// By what the conditions are made of.
    fn by_parts(&self, p: &Predicate, q: &Predicate) -> bool {
        match (p, q) {
            (_, All(qs)) if qs.iter().all(|q| self.holds(p, q)) => true,
            (Any(ps), _) if ps.iter().all(|p| self.holds(p, q)) => true,
            (All(ps), _) if ps.iter().any(|p| self.holds(p, q)) => true,
            (_, Any(qs)) if qs.iter().any(|q| self.holds(p, q)) => true,
            (Not(p), Not(q)) => self.holds(q, p),
            (p, Not(q)) => excludes(p, q),
            _ => false,
        }
    }

    /// By what they say of the elements of arrays.
    fn by_elements(&self, p: &Predicate, q: &Predicate) -> bool {
        let within = |few: &[String], many: &[String]| few.iter().all(|at| many.contains(at));
        match (p, q) {
            (SomeOf(ps, p), SomeOf(qs, q)) => within(ps, qs) && self.holds(p, q),
            (NoneOf(ps, p), NoneOf(qs, q)) => within(qs, ps) && self.holds(q, p),
            (Not(p), NoneOf(..)) => match (&**p, q) {
                (SomeOf(ps, p), NoneOf(qs, q)) => within(qs, ps) && self.holds(q, p),
                _ => false,
            },
            (SomeOf(ps, _), Exists(at, true) | Empty(at, false)) => {
                ps.iter().all(|p| is_below(p, at))
            }
            _ => false,
        }
    }
}

/// Whether `p` implies `q` by what both say of one value.
fn atoms(p: &Predicate, q: &Predicate) -> bool {
    match (p, q) {
        (_, Exists(at, true)) if at.is_empty() => true,
        (Equals(a, ps), Equals(b, qs)) => a == b && ps.iter().all(|p| qs.iter().any(|q| p.is(q))),
        (Equals(a, ps), Empty(b, flag)) if a == b => ps.iter().all(|p| is_empty(p) == *flag),
        (Equals(a, ps), StartsWith(b, text)) => a == b && texts(ps, |p| p.starts_with(text)),
        (Equals(a, ps), Contains(b, text)) => a == b && texts(ps, |p| p.contains(text)),
        (StartsWith(a, p), StartsWith(b, q)) => a == b && p.starts_with(q),
        (StartsWith(a, p) | Contains(a, p), Contains(b, q)) => a == b && p.contains(q),
        (StartsWith(a, p) | Contains(a, p), Empty(b, false)) if a == b => !p.is_empty(),
        (Exists(a, false), Exists(b, false) | Empty(b, true)) => is_below(b, a),
        (Empty(a, true), Empty(b, true)) => a == b,
        (Header(a, p), Header(b, q)) => a.eq_ignore_ascii_case(b) && p == q,
        // What is there has all that it stands in, and that is not empty then.
        (
            Exists(a, true) | Empty(a, false) | StartsWith(a, _) | Contains(a, _) | Equals(a, _),
            Exists(b, true),
        ) => !is_nothing(p) && is_below(a, b),
        (
            Exists(a, true) | Empty(a, false) | StartsWith(a, _) | Contains(a, _) | Equals(a, _),
            Empty(b, false),
        ) => {
            !is_nothing(p) && (is_below(a, b) && a != b || matches!(p, Empty(at, false) if at == b))
        }
        _ => false,
    }
}

/// Whether no answer meets both.
fn excludes(p: &Predicate, q: &Predicate) -> bool {
    match (p, q) {
        (Equals(a, ps), Equals(b, qs)) => a == b && !ps.iter().any(|p| qs.iter().any(|q| p.is(q))),
        (Exists(a, one), Exists(b, other)) | (Empty(a, one), Empty(b, other)) => {
            a == b && one != other
        }
        (SomeOf(ps, p), NoneOf(qs, q)) => ps.iter().all(|at| qs.contains(at)) && p == q,
        _ => false,
    }
}

/// An equality with no values is never met, so it says nothing of what is there.
fn is_nothing(p: &Predicate) -> bool {
    matches!(p, Equals(_, values) if values.is_empty())
}

/// Whether `at` is `top` or a part of it.
fn is_below(at: &str, top: &str) -> bool {
    at.strip_prefix(top)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_empty(literal: &Literal) -> bool {
    matches!(literal, Literal::Null) || matches!(literal, Literal::Text(text) if text.is_empty())
}

fn texts(literals: &[Literal], meets: impl Fn(&str) -> bool) -> bool {
    literals
        .iter()
        .all(|literal| matches!(literal, Literal::Text(text) if meets(text)))
}
