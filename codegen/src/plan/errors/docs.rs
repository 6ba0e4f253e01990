//! What a method's documentation says of its errors.

use crate::{
    ir::{ErrorEnum, Operation, Status, Variant},
    plan::code_span::code_span,
    words::{Row, Source, Statuses, condition, rows, statuses},
};

/// A line for each variant: a link to it, and under which statuses and conditions an answer is that.
pub(in crate::plan) fn docs(operation: &Operation, error: &ErrorEnum) -> Vec<String> {
    let rows = rows(operation, error);
    let line = |variant: &Variant| {
        let name = &variant.name;
        let own = rows.iter().filter(|row| row.variant == name);
        let ways: Vec<_> = own.map(way).collect();
        let link = format!("- [`{name}`](errors::{}::{name})", error.name);
        match ways.is_empty() {
            true => link,
            false => format!("{link}: {}", ways.join("; ")),
        }
    };
    error.variants.iter().map(line).collect()
}

/// One way in which an answer becomes an error.
fn way(row: &Row<'_>) -> String {
    let statuses = match row.statuses {
        Statuses::Of([] | [Status::Any]) => "any status".to_owned(),
        some => code_span(&statuses(some)),
    };
    let when = match &row.source {
        Source::Case { when, .. } => when.map(condition::text),
        Source::InBand { when, .. } => Some(condition::text(when)),
        Source::Response(when) => when.as_ref().map(condition::text),
        Source::SuccessWhen(_) | Source::Rest => None,
    };
    match when {
        Some(when) => format!("{statuses}, where {}", code_span(&when)),
        None => statuses,
    }
}
