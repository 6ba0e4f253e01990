//! Which errors give way to which, for lists of errors that many operations share.

use super::{super::types::Types, implies::implies};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    model::{Case, Operation, Predicate, Status},
};

/// How many lists are remembered: most operations have the root's, or that of their path.
const MOST: usize = 4;

/// The lists that were compared last, and what came of it.
#[derive(Debug, Default)]
pub(in crate::plan) struct Compared {
    lists: Vec<(Vec<Compare>, Vec<Vec<usize>>)>,
}

/// What is compared of an error.
#[derive(Debug, PartialEq)]
struct Compare {
    at: Origin,
    statuses: Vec<Status>,
    when: Option<Predicate>,
}

impl Compare {
    fn is(&self, case: &Case) -> bool {
        let Self { at, statuses, when } = self;
        *at == case.at && *statuses == case.statuses && *when == case.when
    }
}

/// For each error of an operation, the positions of those that hold whenever it does, and not the
/// other way round. What is never reached is reported.
pub(super) fn over(operation: &Operation, types: &mut Types<'_>) -> Vec<Vec<usize>> {
    let cases = &operation.rules.cases;
    let known = types.compared.lists.iter().find(|(list, _)| {
        list.len() == cases.len() && list.iter().zip(cases).all(|(one, case)| one.is(case))
    });
    if let Some((_, over)) = known {
        return over.clone();
    }
    check_reachable(cases, types);
    let over: Vec<_> = (0..cases.len())
        .map(|index| gives_way_to(index, cases, types))
        .collect();
    types.check_comparisons(&operation.at);
    let list = cases.iter().map(|case| Compare {
        at: case.at.clone(),
        statuses: case.statuses.clone(),
        when: case.when.clone(),
    });
    types
        .compared
        .lists
        .insert(0, (list.collect(), over.clone()));
    types.compared.lists.truncate(MOST);
    over
}

fn gives_way_to(index: usize, cases: &[Case], types: &Types<'_>) -> Vec<usize> {
    let left = types.room.comparisons();
    let Some(case) = cases.get(index) else {
        return Vec::new();
    };
    let gives_way = |other: &Case| {
        can_both_fit(&case.statuses, &other.statuses)
            && implies(case.when.as_ref(), other.when.as_ref(), left)
            && !implies(other.when.as_ref(), case.when.as_ref(), left)
    };
    let others = cases
        .iter()
        .enumerate()
        .filter(|(at, other)| *at != index && gives_way(other));
    others.map(|(at, _)| at).collect()
}

/// Whether a status is one of both; where there are none, any is.
fn can_both_fit(one: &[Status], other: &[Status]) -> bool {
    let meet = |(one, other): (&Status, &Status)| one.covers(*other) || other.covers(*one);
    let all = one
        .iter()
        .flat_map(|one| other.iter().map(move |other| (one, other)));
    one.is_empty() || other.is_empty() || all.into_iter().any(meet)
}

/// A case is never reached where an earlier one has the same condition and the same statuses.
fn check_reachable(cases: &[Case], types: &mut Types<'_>) {
    for (index, case) in cases.iter().enumerate() {
        let left = types.room.comparisons();
        let same = |other: &&Case| {
            // A nearer level means to take the place of a farther one.
            case.at.parent() == other.at.parent()
                && case
                    .statuses
                    .iter()
                    .all(|status| other.statuses.contains(status))
                && implies(case.when.as_ref(), other.when.as_ref(), left)
                && implies(other.when.as_ref(), case.when.as_ref(), left)
        };
        if let Some(earlier) = cases.iter().take(index).find(same) {
            let (name, other) = (&case.variant, &earlier.variant);
            let message = format!("`{name}` is never chosen: `{other}` takes all its answers");
            let help = format!("narrow the `when` or the `status` of `{name}`, or take it out");
            let diagnostic =
                Diagnostic::new(Code::UnreachableCase, types.key_place(&case.at), message)
                    .also(types.key_place(&earlier.at), "goes first")
                    .help(help);
            types.report(diagnostic);
        }
    }
}
