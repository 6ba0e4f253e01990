//! Whether one condition implies another: true only when sure.

use std::cell::Cell;

use crate::model::{
    Literal, Mention,
    Predicate::{
        self, All, Any, Contains, Empty, Equals, Exists, Header, None as NoneOf, Not,
        Some as SomeOf, StartsWith,
    },
};

/// More comparisons than any person's conditions need; conditions of that size imply nothing.
const FUEL: u64 = 20_000;

/// Whether every answer that meets `p` meets `q`. No condition at all is met by every answer.
///
/// Takes what it costs off `left`, and is sure of nothing once that is spent.
pub(super) fn implies(p: Option<&Predicate>, q: Option<&Predicate>, left: &Cell<u64>) -> bool {
    let implication = Implication {
        fuel: Cell::new(FUEL),
        left,
    };
    match (p, q) {
        (_, None) => true,
        (None, Some(q)) => implication.holds(&All(Vec::new()), q),
        (Some(p), Some(q)) => implication.holds(p, q),
    }
}

struct Implication<'l> {
    fuel: Cell<u64>,
    left: &'l Cell<u64>,
}

impl Implication<'_> {
    fn holds(&self, p: &Predicate, q: &Predicate) -> bool {
        let cost = cost(p, q);
        let fuel = self.fuel.get().checked_sub(cost);
        let (Some(fuel), Some(left)) = (fuel, self.left.get().checked_sub(cost)) else {
            self.left.set(self.left.get().saturating_sub(cost));
            return false;
        };
        self.fuel.set(fuel);
        self.left.set(left);
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
        let within = |few: &[Mention], many: &[Mention]| few.iter().all(|at| many.contains(at));
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

/// Steps that comparing two conditions takes, without those in them.
fn cost(p: &Predicate, q: &Predicate) -> u64 {
    let values = |p: &Predicate| match p {
        Equals(_, values) => values.len(),
        SomeOf(at, _) | NoneOf(at, _) => at.len(),
        _ => 0,
    };
    let pairs = values(p).saturating_mul(values(q));
    u64::try_from(pairs).unwrap_or(u64::MAX).saturating_add(1)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn implies(p: Option<&Predicate>, q: Option<&Predicate>) -> bool {
        super::implies(p, q, &Cell::new(u64::MAX))
    }

    fn equals(at: &str, values: &[&str]) -> Predicate {
        let values = values.iter().map(|text| Literal::Text((*text).to_owned()));
        Equals(at.into(), values.collect())
    }

    fn exists(at: &str, flag: bool) -> Predicate {
        Exists(at.into(), flag)
    }

    fn some(at: &str, condition: Predicate) -> Predicate {
        SomeOf(vec![at.into()], Box::new(condition))
    }

    fn none(at: &str, condition: Predicate) -> Predicate {
        NoneOf(vec![at.into()], Box::new(condition))
    }

    fn not(condition: Predicate) -> Predicate {
        Not(Box::new(condition))
    }

    #[track_caller]
    fn narrower(p: &Predicate, q: &Predicate) {
        assert!(implies(Some(p), Some(q)), "{p:?} implies {q:?}");
        assert!(!implies(Some(q), Some(p)), "{q:?} does not imply {p:?}");
    }

    #[test]
    fn no_condition_is_the_widest() {
        let p = equals("/a", &["x"]);
        assert!(implies(Some(&p), None));
        assert!(!implies(None, Some(&p)));
        assert!(implies(None, Some(&All(Vec::new()))));
        assert!(implies(None, None));
    }

    #[test]
    fn more_members_narrow_all_and_widen_any() {
        let (p, q) = (equals("/a", &["x"]), equals("/b", &["y"]));
        narrower(&All(vec![p.clone(), q.clone()]), &p);
        narrower(
            &All(vec![p.clone(), q.clone(), exists("/c", true)]),
            &All(vec![q.clone(), p.clone()]),
        );
        narrower(&p, &Any(vec![q.clone(), p.clone()]));
        narrower(&Any(Vec::new()), &p);
    }

    #[test]
    fn values_and_texts() {
        narrower(&equals("/a", &["x"]), &equals("/a", &["y", "x"]));
        narrower(
            &equals("/a", &["abc"]),
            &StartsWith("/a".into(), "ab".into()),
        );
        narrower(
            &StartsWith("/a".into(), "abc".into()),
            &Contains("/a".into(), "b".into()),
        );
        narrower(&equals("/a/b", &["x"]), &exists("/a", true));
        narrower(&equals("/a", &["x"]), &Empty("/a".into(), false));
        narrower(&equals("/a", &[""]), &Empty("/a".into(), true));
        narrower(&exists("/a/b", true), &Empty("/a".into(), false));
        narrower(&exists("/a", false), &exists("/a/b", false));
        assert!(!implies(
            Some(&equals("/a", &["x"])),
            Some(&equals("/ab", &["x"]))
        ));
        assert!(!implies(
            Some(&exists("/ab", true)),
            Some(&exists("/a", true))
        ));
    }

    #[test]
    fn elements() {
        let (p, q) = (equals("/c", &["x"]), equals("/c", &["x", "y"]));
        narrower(&some("/e", p.clone()), &some("/e", q.clone()));
        narrower(&none("/e", q.clone()), &none("/e", p.clone()));
        narrower(&some("/e", p.clone()), &some("/e", exists("", true)));
        narrower(&some("/e", p.clone()), &Empty("/e".into(), false));
        narrower(
            &some("/e", p.clone()),
            &SomeOf(vec!["/e".into(), "/f".into()], Box::new(p.clone())),
        );
    }

    #[test]
    fn negations() {
        let (p, q) = (equals("/c", &["x"]), equals("/c", &["x", "y"]));
        narrower(&not(q.clone()), &not(p.clone()));
        narrower(&equals("/c", &["z"]), &not(q.clone()));
        assert!(implies(
            Some(&not(some("/e", q.clone()))),
            Some(&none("/e", p))
        ));
    }

    #[test]
    fn a_condition_of_any_size_is_answered() {
        let mut deep = equals("/a", &["x"]);
        for _ in 0..60 {
            deep = All(vec![
                Any(vec![deep.clone(), exists("/b", true)]),
                exists("/c", true),
            ]);
        }
        let wide = Any((0..500).map(|n| equals(&format!("/{n}"), &["x"])).collect());
        let other = All((0..500)
            .map(|n| Any(vec![equals(&format!("/{n}"), &["y"]), deep.clone()]))
            .collect());
        let _ = implies(Some(&other), Some(&wide));
    }
}
