//! The bodies in which a pointer may be looked up.

use indexmap::IndexSet;

use super::walk::{self, Walk};
use crate::model::{Case, Operation, Representation, Response, SchemaId, Schemas, Status};

/// How many bodies of one operation are looked at. A pointer is in some of so many, so that nothing
/// is said of it.
const MOST: usize = 64;

/// What is documented of the bodies in which a pointer may be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Bodies {
    /// The schemas that they may have.
    pub(super) known: IndexSet<SchemaId>,
    /// Those of successes, in which an error may hide.
    pub(super) success: IndexSet<SchemaId>,
    /// Whether the document lets one of them be anything.
    pub(super) free: bool,
    /// Whether there may be others, of which the document says nothing.
    pub(super) unsure: bool,
}

impl Bodies {
    pub(super) fn merge(&mut self, other: &Self) {
        self.known.extend(&other.known);
        self.success.extend(&other.success);
        self.free |= other.free;
        self.unsure |= other.unsure || other.is_nothing();
    }

    /// Whether the document says nothing at all.
    pub(super) fn is_nothing(&self) -> bool {
        self.known.is_empty() && self.success.is_empty() && !self.free
    }

    /// How many they are.
    pub(super) fn count(&self) -> usize {
        self.known.union(&self.success).count()
    }

    /// The same bodies as successes in which an error may hide: where one may be anything, nothing
    /// is known of that error, which is no reason to say nothing of others.
    pub(super) fn aside(&self) -> Self {
        Self {
            known: IndexSet::new(),
            success: &self.known | &self.success,
            free: false,
            unsure: self.unsure || self.free,
        }
    }

    /// The elements of the lists at some pointers.
    pub(super) fn elements(&self, schemas: &Schemas, lists: &[Vec<String>]) -> Self {
        let mut elements = Self {
            free: self.free,
            unsure: self.unsure,
            ..Self::default()
        };
        for keys in lists {
            for id in &self.known {
                match walk::walk(schemas, *id, keys) {
                    Walk::Free => elements.free = true,
                    Walk::There(here) => elements.known.extend(walk::items(schemas, &here)),
                    Walk::Nowhere { .. } => {}
                }
            }
            for id in &self.success {
                match walk::walk_declared(schemas, *id, keys) {
                    Walk::Free => elements.unsure = true,
                    Walk::There(here) => elements.success.extend(walk::items(schemas, &here)),
                    Walk::Nowhere { .. } => {}
                }
            }
        }
        elements
    }

    fn add(&mut self, response: &Response) {
        if self.free {
            return;
        }
        // What has no body has nowhere to hide an error; an error has one most often.
        self.unsure |= response.content.is_empty() && is_error(response);
        for body in &response.content {
            let schema = body
                .schema
                .filter(|_| body.representation == Representation::Json);
            self.known.extend(schema);
            self.free |= schema.is_none() || self.known.len() > MOST;
        }
    }
}

/// What an operation documents of its bodies.
pub(super) struct Documented<'a> {
    pub(super) success: Bodies,
    pub(super) cases: Vec<(&'a Case, Bodies)>,
    /// Responses that are errors.
    pub(super) failures: Vec<(&'a Response, Bodies)>,
}

impl<'a> Documented<'a> {
    pub(super) fn of(operation: &'a Operation) -> Self {
        let cases = operation.rules.cases.iter();
        let failures = operation.responses.iter();
        let failures = failures.filter(|one| is_error(one));
        Self {
            success: success(&operation.responses),
            cases: cases
                .map(|case| (case, self::case(&operation.responses, case)))
                .collect(),
            failures: failures.map(|one| (one, response(one))).collect(),
        }
    }

    /// The bodies of all errors.
    pub(super) fn errors(&self) -> Bodies {
        let mut errors = Bodies::default();
        let cases = self.cases.iter().map(|(_, bodies)| bodies);
        let failures = self.failures.iter().map(|(_, bodies)| bodies);
        cases.chain(failures).for_each(|one| errors.merge(one));
        errors
    }
}

/// A redirect is an answer of its own, and no error.
fn is_error(response: &Response) -> bool {
    !response.status.is_success() && !Status::Range(3).covers(response.status)
}

fn response(response: &Response) -> Bodies {
    let mut bodies = Bodies::default();
    bodies.add(response);
    bodies
}

fn success(responses: &[Response]) -> Bodies {
    let mut bodies = Bodies::default();
    let is_listed = responses.iter().any(|one| one.status.is_success());
    for response in responses {
        // Where no success is listed, `default` is it.
        if response.status.is_success() || (!is_listed && response.status == Status::Any) {
            bodies.add(response);
        }
    }
    bodies
}

/// The bodies of a case: its own schema, else those of the responses that are documented for its
/// statuses.
fn case(responses: &[Response], case: &Case) -> Bodies {
    let mut bodies = Bodies::default();
    if let Some(schema) = case.schema {
        bodies.known.insert(schema);
        return bodies;
    }
    let mut successes = Bodies::default();
    for response in responses {
        let is_reached = |status: &Status| reaches(responses, *status, response);
        if case.statuses.iter().any(is_reached) {
            match response.status.is_success() {
                true => successes.add(response),
                false => bodies.add(response),
            }
        }
    }
    if case.statuses.iter().all(|status| status.is_success()) {
        return successes;
    }
    // Where only successes have a body, errors may have any other.
    bodies.unsure |= bodies.is_nothing();
    if !successes.is_nothing() {
        bodies.merge(&successes.aside());
    }
    bodies
}

/// Whether an answer with such a status is documented by this response: exact before range before
/// `default`.
fn reaches(responses: &[Response], status: Status, response: &Response) -> bool {
    let is_nearer = |other: &Response| {
        other.status != response.status
            && response.status.covers(other.status)
            && other.status.covers(status)
    };
    status.covers(response.status)
        || (response.status.covers(status) && !responses.iter().any(is_nearer))
}
