//! What a method's documentation says of its errors.

use crate::{
    ir::{ErrorEnum, Operation, Status, Type, Variant},
    plan::code_span::code_span,
    words::{Row, Source, Statuses, condition, rows, rust, statuses},
};

/// Documents the errors of an operation.
pub(in crate::plan) fn document(operation: &mut Operation, error: &ErrorEnum) {
    operation.error_docs = variants(operation, error);
    operation.default_docs = error.default.as_ref().map(linked);
    let links_types = error.default.as_ref().and_then(named).is_some();
    operation.linked.extend(links_types.then_some("types"));
}

/// A line for each variant: a link to it, and under which statuses and conditions an answer is that.
fn variants(operation: &Operation, error: &ErrorEnum) -> Vec<String> {
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
    let variants = error.variants.iter().map(line);
    variants.chain(successes(&rows, error)).collect()
}

/// A line for each way in which a success by its status is an error, but none that has a variant above.
fn successes(rows: &[Row<'_>], error: &ErrorEnum) -> Vec<String> {
    let is_listed = |row: &&Row<'_>| error.variants.iter().any(|one| one.name == row.variant);
    let unrecognized = format!("- [`Unrecognized`](errors::{}::Unrecognized)", error.name);
    let line = |row: &Row<'_>| match &row.source {
        Source::InBand { is_one: false, .. } => Some(format!("- By its code: {}", way(row))),
        Source::InBand { is_one: true, .. } => Some(format!("{unrecognized}: {}", way(row))),
        Source::SuccessWhen(_) => Some(format!("{unrecognized}: {}", way(row))),
        Source::Case { .. } | Source::Response(_) | Source::Rest => None,
    };
    let others = rows.iter().filter(|row| !is_listed(row));
    others.filter_map(line).collect()
}

/// A type, with a link to the one of the client that it is or holds.
fn linked(body: &Type) -> String {
    let of = |outer, inner| format!("`{outer}` of {}", linked(inner));
    match (body, named(body)) {
        (Type::Optional(inner), Some(_)) => of("Option", inner),
        (Type::List(inner), Some(_)) => of("Vec", inner),
        (_, Some(name)) => format!("[`{name}`](types::{name})"),
        (_, None) => code_span(&rust::ty(body)),
    }
}

/// The type of the client that a type is or holds.
fn named(body: &Type) -> Option<&str> {
    match body {
        Type::Named(name) | Type::Choice(name) => Some(name),
        Type::Optional(inner) | Type::List(inner) => named(inner),
        _ => None,
    }
}

/// One way in which an answer becomes an error.
fn way(row: &Row<'_>) -> String {
    let statuses = match row.statuses {
        Statuses::Of([] | [Status::Any]) => "any status".to_owned(),
        some => code_span(&statuses(some)),
    };
    let (word, when) = match &row.source {
        Source::Case { when, .. } => ("where", when.map(condition::text)),
        Source::InBand { when, .. } => ("where", Some(condition::text(when))),
        Source::Response(when) => ("where", when.as_ref().map(condition::text)),
        Source::SuccessWhen(when) => ("unless", Some(condition::text(when))),
        Source::Rest => ("", None),
    };
    match when {
        Some(when) => format!("{statuses}, {word} {}", code_span(&when)),
        None => statuses,
    }
}
