//! The pointers of conditions.

use super::{
    bodies::Bodies,
    site::{Role, Sites, keys},
};
use crate::model::{Mention, Predicate, Schemas};

/// What a condition is tried on.
pub(super) struct Scope {
    pub(super) bodies: Bodies,
    /// More of them, for a pointer to what must not be there: errors have it, and no success.
    pub(super) with_errors: Bodies,
}

/// Notes the pointers of conditions.
pub(super) struct Conditions<'s, 'a> {
    pub(super) schemas: &'a Schemas,
    pub(super) sites: &'s mut Sites<'a>,
}

impl<'a> Conditions<'_, 'a> {
    pub(super) fn note(&mut self, condition: &'a Predicate, scope: &Scope) {
        let top = Around {
            scope,
            negated: false,
            element: false,
        };
        self.within(condition, top);
    }

    fn within(&mut self, condition: &'a Predicate, around: Around<'_>) {
        let element = around.element;
        let mut leaf = |at: &'a Mention, role, holds_without| {
            self.sites
                .add(at, role, element, around.bodies(holds_without));
        };
        match condition {
            Predicate::Equals(at, values) => leaf(at, Role::Equals(values), false),
            Predicate::Exists(at, flag) => leaf(at, Role::Presence, !flag),
            Predicate::Empty(at, flag) => leaf(at, Role::Presence, *flag),
            Predicate::StartsWith(at, _) | Predicate::Contains(at, _) => {
                leaf(at, Role::Text, false);
            }
            Predicate::Header(..) => {}
            Predicate::Some(lists, condition) => {
                lists.iter().for_each(|list| leaf(list, Role::List, false));
                self.of_elements(lists, condition, around);
            }
            Predicate::None(lists, condition) => {
                lists.iter().for_each(|list| leaf(list, Role::List, true));
                self.of_elements(lists, condition, around.not());
            }
            Predicate::All(parts) | Predicate::Any(parts) => {
                parts.iter().for_each(|part| self.within(part, around));
            }
            Predicate::Not(condition) => self.within(condition, around.not()),
        }
    }

    fn of_elements(&mut self, lists: &[Mention], condition: &'a Predicate, around: Around<'_>) {
        let lists: Vec<_> = lists.iter().map(|list| keys(list)).collect();
        let scope = Scope {
            bodies: around.scope.bodies.elements(self.schemas, &lists),
            with_errors: around.scope.with_errors.elements(self.schemas, &lists),
        };
        let around = Around {
            scope: &scope,
            element: true,
            ..around
        };
        self.within(condition, around);
    }
}

/// What stands around a condition.
#[derive(Clone, Copy)]
struct Around<'s> {
    scope: &'s Scope,
    /// Whether it counts that the condition does not hold.
    negated: bool,
    /// Whether it is tried on an element of a list.
    element: bool,
}

impl Around<'_> {
    fn not(self) -> Self {
        Self {
            negated: !self.negated,
            ..self
        }
    }

    /// What a pointer is looked up in; the condition may hold where it leads nowhere.
    fn bodies(&self, holds_without: bool) -> &Bodies {
        if holds_without == self.negated {
            &self.scope.bodies
        } else {
            &self.scope.with_errors
        }
    }
}
