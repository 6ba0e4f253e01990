//! Statuses, as people write them.

use super::Statuses;
use crate::ir::Status;

/// The statuses of a row.
pub(crate) fn statuses(statuses: Statuses<'_>) -> String {
    match statuses {
        Statuses::Of([]) => "any".to_owned(),
        Statuses::Of(all) => {
            let all: Vec<_> = all.iter().map(|one| status(*one)).collect();
            all.join(", ")
        }
        Statuses::One(one) => status(one),
        Statuses::Default { .. } => "default".to_owned(),
        Statuses::Other { .. } => "any other".to_owned(),
    }
}

/// A status, or a class of them.
pub(crate) fn status(status: Status) -> String {
    match status {
        Status::Exact(code) => code.to_string(),
        Status::Range(class) => format!("{class}XX"),
        Status::Any => "any".to_owned(),
    }
}
