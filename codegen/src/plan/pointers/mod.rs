//! Pointers of `x-outspoken` into answers, held against what the document says of answers: one
//! that leads nowhere is a slip of the pen, and what it is for would silently not happen.
//!
//! A place in the document may serve many operations. It is reported once, and only where no body
//! that it may be looked up in has what it names.

mod bodies;
mod condition;
mod judge;
mod mend;
mod place;
mod report;
mod site;
mod value;
mod walk;

use crate::{
    diagnostic::Diagnostics,
    model::{Api, Operation, Schemas},
};
use bodies::Documented;
use condition::{Conditions, Scope};
use place::Places;
use site::Sites;

/// Reports pointers that lead nowhere in any documented answer, and values that are never there.
pub(super) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    let mut sites = Sites::default();
    for operation in &api.operations {
        note(operation, &api.schemas, &mut sites);
    }
    for site in sites.finish() {
        diagnostics.extend(judge::judge(&api.schemas, &site));
    }
}

/// Notes the pointers of an operation's rules, each with what it is looked up in.
fn note<'a>(operation: &'a Operation, schemas: &'a Schemas, sites: &mut Sites<'a>) {
    let rules = &operation.rules;
    let documented = Documented::of(operation);
    if let Some(condition) = &rules.success_when {
        let mut with_errors = documented.success.clone();
        with_errors.merge(&documented.errors());
        let scope = Scope {
            bodies: documented.success.clone(),
            with_errors,
        };
        Conditions { schemas, sites }.note(condition, &scope);
    }
    for (case, bodies) in &documented.cases {
        if let Some(condition) = &case.when {
            let scope = Scope {
                bodies: bodies.clone(),
                with_errors: bodies.clone(),
            };
            Conditions { schemas, sites }.note(condition, &scope);
        }
    }
    Places { schemas, sites }.note(rules, &documented);
}
