//! The pointers to the API's code and message.

use super::{
    bodies::{Bodies, Documented},
    site::{Role, Sites, keys},
};
use crate::model::{Case, ErrorRules, Mention, Predicate, Response, Schemas};

/// Notes where code and message are.
pub(super) struct Places<'s, 'a> {
    pub(super) schemas: &'a Schemas,
    pub(super) sites: &'s mut Sites<'a>,
}

impl<'a> Places<'_, 'a> {
    pub(super) fn note(&mut self, rules: &'a ErrorRules, documented: &Documented<'a>) {
        for (case, bodies) in &documented.cases {
            let Case { code, message, .. } = case;
            self.of_case("code", or(code, &rules.code), case, bodies);
            self.of_case("message", or(message, &rules.message), case, bodies);
        }
        for (response, bodies) in &documented.failures {
            let Response { code, message, .. } = response;
            self.of_body("code", or(code, &rules.code), bodies);
            self.of_body("message", or(message, &rules.message), bodies);
        }
        // A success that does not meet `success-when` is an error too.
        let refused = rules.success_when.is_some() && !documented.success.is_nothing();
        let mut others = Bodies::default();
        if refused {
            others.merge(&documented.success.aside());
        }
        let nothing_else = documented.errors().is_nothing();
        if refused || nothing_else {
            others.unsure |= nothing_else;
            self.of_body("code", &rules.code, &others);
            self.of_body("message", &rules.message, &others);
        }
    }

    fn of_body(&mut self, key: &'static str, places: &'a [Mention], bodies: &Bodies) {
        for place in places {
            self.sites.add(place, Role::Place(key), false, bodies);
        }
    }

    fn of_case(&mut self, key: &'static str, places: &'a [Mention], case: &Case, bodies: &Bodies) {
        for place in places {
            if !place.starts_with("./") {
                self.sites.add(place, Role::Place(key), false, bodies);
                continue;
            }
            let matched = case.when.as_ref().map(|when| self.matched(when, bodies));
            let mut matched = matched.unwrap_or_default();
            // Where no element has matched, the body stands for it.
            if !matched.always {
                matched.elements.merge(bodies);
            }
            self.sites
                .add(place, Role::Place(key), true, &matched.elements);
        }
    }

    /// The elements of which one has matched where a condition holds.
    fn matched(&self, condition: &Predicate, bodies: &Bodies) -> Matched {
        match condition {
            Predicate::Some(lists, _) => {
                let lists: Vec<_> = lists.iter().map(|list| keys(list)).collect();
                Matched {
                    elements: bodies.elements(self.schemas, &lists),
                    always: true,
                }
            }
            Predicate::All(parts) => {
                let parts: Vec<_> = parts
                    .iter()
                    .map(|part| self.matched(part, bodies))
                    .collect();
                Matched {
                    always: parts.iter().any(|part| part.always),
                    elements: together(&parts),
                }
            }
            Predicate::Any(parts) => {
                let parts: Vec<_> = parts
                    .iter()
                    .map(|part| self.matched(part, bodies))
                    .collect();
                Matched {
                    always: parts.iter().all(|part| part.always),
                    elements: together(&parts),
                }
            }
            Predicate::Equals(..)
            | Predicate::Exists(..)
            | Predicate::Empty(..)
            | Predicate::StartsWith(..)
            | Predicate::Contains(..)
            | Predicate::Header(..)
            | Predicate::None(..)
            | Predicate::Not(_) => Matched::default(),
        }
    }
}

/// Elements of which one has matched.
#[derive(Default)]
struct Matched {
    elements: Bodies,
    /// Whether one always has.
    always: bool,
}

fn together(parts: &[Matched]) -> Bodies {
    let mut all = Bodies::default();
    for part in parts.iter().filter(|part| !part.elements.is_nothing()) {
        all.merge(&part.elements);
    }
    all
}

/// The nearer places, where there are some.
fn or<'a>(near: &'a [Mention], far: &'a [Mention]) -> &'a [Mention] {
    if near.is_empty() { far } else { near }
}
