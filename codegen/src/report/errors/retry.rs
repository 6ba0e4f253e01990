//! Whether the same request may succeed later.

use crate::{
    ir::Status,
    words::{Row, Statuses},
};

/// The statuses that the client takes for errors which may pass, where the document does not say:
/// what `ApiError::is_retryable` of the runtime goes by, if there is no time to wait either.
pub(super) const STATUSES: [u16; 7] = [408, 425, 429, 500, 502, 503, 504];

/// What `is_retryable` gives; `None` where it depends on the status.
pub(super) fn retryable(row: &Row<'_>) -> Option<bool> {
    if row.retry.is_some() {
        return row.retry;
    }
    let statuses = match &row.statuses {
        Statuses::Of(statuses) => *statuses,
        Statuses::One(status) => std::slice::from_ref(status),
        Statuses::Default { .. } | Statuses::Other { .. } => &[],
    };
    let mut all = statuses.iter().map(|status| by_status(*status));
    let first = all.next()??;
    all.all(|other| other == Some(first)).then_some(first)
}

fn by_status(status: Status) -> Option<bool> {
    match status {
        Status::Exact(code) => Some(STATUSES.contains(&code)),
        Status::Range(class) => {
            let some = STATUSES.iter().any(|code| code / 100 == class);
            (!some).then_some(false)
        }
        Status::Any => None,
    }
}
