//! The rows: one for each way in which an answer becomes an error.

use crate::{
    collection::order,
    ir::{ByCode, Case, ErrorEnum, Operation, Predicate, Reading, Responses, Scalar, Status, Type},
};

/// The variant that every error enum has.
const UNRECOGNIZED: &str = "Unrecognized";

/// One way in which an answer becomes an error.
#[derive(Debug)]
pub(crate) struct Row<'g> {
    /// The variant that it becomes.
    pub variant: &'g str,
    /// What says so.
    pub source: Source<'g>,
    /// The statuses under which it does.
    pub statuses: Statuses<'g>,
    /// The type of its body; `None` where the document does not say.
    pub payload: Option<&'g Type>,
    /// Where the API's code is.
    pub code: &'g [String],
    /// Where the API's message is.
    pub message: &'g [String],
    /// Whether the same request may succeed later, where the document says so.
    pub retry: Option<bool>,
}

/// What says that an answer is an error.
#[derive(Debug)]
pub(crate) enum Source<'g> {
    /// A case of `x-outspoken`.
    Case {
        /// Its number, from 1.
        number: usize,
        /// The numbers of the cases that give way to it.
        before: Vec<usize>,
        /// Its condition.
        when: Option<&'g Predicate>,
    },
    /// `success-when`, which does not hold.
    SuccessWhen(&'g Predicate),
    /// A documented response; of one of several errors, what says that it is this one.
    Response(Option<Predicate>),
    /// A documented response, under a status of success.
    InBand {
        /// What says so.
        when: &'g Predicate,
        /// Whether it is this row's variant, and no other that the response has.
        is_one: bool,
    },
    /// Nothing: it is an error for want of anything else.
    Rest,
}

/// Statuses of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Statuses<'g> {
    /// These; any where there are none.
    Of(&'g [Status]),
    /// This one, or this class.
    One(Status),
    /// All that no response is documented for; successes too, if so.
    Default {
        /// Whether a success that no response is documented for is one of them.
        successes: bool,
    },
    /// All that nothing else is documented for, but no success.
    Other {
        /// Whether a redirect is one.
        redirects: bool,
    },
}

/// The rows of an operation, in the order in which an answer is compared with them.
pub(crate) fn rows<'g>(operation: &'g Operation, error: &'g ErrorEnum) -> Vec<Row<'g>> {
    let table = &operation.responses;
    let documented = &operation.answer.documented;
    let cases = table.cases.iter().enumerate();
    let mut rows: Vec<_> = cases
        .map(|(index, one)| case(index, one, table, error))
        .collect();
    rows.extend(table.success_when.as_ref().map(|condition| Row {
        source: Source::SuccessWhen(condition),
        statuses: Statuses::One(Status::Range(2)),
        ..rest(table)
    }));
    rows.extend(in_band(documented, table, error));
    rows.extend(responses(documented, table, error));
    let has_default = documented
        .iter()
        .any(|(status, reading)| *status == Status::Any && is_error(reading));
    if !has_default {
        let is_redirect = |status: &Status| match status {
            Status::Exact(code) => code / 100 == 3,
            Status::Range(class) => *class == 3,
            Status::Any => false,
        };
        let mut outputs = documented.iter().filter(|(_, reading)| !is_error(reading));
        let redirects = outputs.any(|(status, _)| is_redirect(status));
        rows.push(Row {
            statuses: Statuses::Other { redirects },
            ..rest(table)
        });
    }
    rows
}

fn case<'g>(index: usize, case: &'g Case, table: &'g Responses, error: &'g ErrorEnum) -> Row<'g> {
    let Case {
        variant,
        statuses,
        when,
        over,
        code,
        message,
        retry,
    } = case;
    let (variant, payload) = called(*variant, error);
    Row {
        variant,
        source: Source::Case {
            number: index + 1,
            before: over.iter().map(|other| other + 1).collect(),
            when: when.as_ref(),
        },
        statuses: Statuses::Of(statuses),
        payload,
        code: or(code, &table.code),
        message: or(message, &table.message),
        retry: *retry,
    }
}

/// Errors under a status of success: a row for each condition, of which there may be several errors.
fn in_band<'g>(
    documented: &'g [(Status, Reading)],
    table: &'g Responses,
    error: &'g ErrorEnum,
) -> Vec<Row<'g>> {
    let mut conditions: Vec<(&Status, &Predicate)> = Vec::new();
    for (success, condition, _) in &table.in_band {
        if !conditions.contains(&(success, condition)) {
            conditions.push((success, condition));
        }
    }
    let row = |(success, condition): &(&'g Status, &'g Predicate)| {
        let is_of = |of: &&(Status, Predicate, Status)| of.0 == **success && of.1 == **condition;
        let errors = table.in_band.iter().filter(is_of);
        let errors =
            errors.flat_map(|(_, _, at)| documented.iter().filter(move |one| one.0 == *at));
        let errors: Vec<_> = errors.map(|(_, reading)| reading).collect();
        let is_coded = |one: &&Reading| matches!(one, Reading::Error { by: Some(_), .. });
        // Of several, the body's code says which it is.
        let (variant, payload) = match errors.as_slice() {
            [Reading::Error { variant, .. }] if conditions.len() == 1 => called(*variant, error),
            _ => (UNRECOGNIZED, None),
        };
        Row {
            variant,
            payload,
            source: Source::InBand {
                when: condition,
                is_one: !errors.iter().any(is_coded),
            },
            statuses: Statuses::One(**success),
            ..rest(table)
        }
    };
    conditions.iter().map(row).collect()
}

/// The documented errors: exact status before range before default.
fn responses<'g>(
    documented: &'g [(Status, Reading)],
    table: &'g Responses,
    error: &'g ErrorEnum,
) -> Vec<Row<'g>> {
    let mut ordered: Vec<_> = documented.iter().collect();
    order::sort_by_key(&mut ordered, |(status, _)| match status {
        Status::Exact(_) => 0,
        Status::Range(_) => 1,
        Status::Any => 2,
    });
    let rows = ordered.into_iter().filter_map(|(status, reading)| {
        let Reading::Error {
            variant,
            by,
            code,
            message,
        } = reading
        else {
            return None;
        };
        let row = |variant, source| {
            let (variant, payload) = called(variant, error);
            Row {
                variant,
                source,
                statuses: match status {
                    Status::Any => default(documented, table),
                    status => Statuses::One(*status),
                },
                payload,
                code: or(code, &table.code),
                message: or(message, &table.message),
                retry: None,
            }
        };
        let mut rows = Vec::new();
        if let Some(ByCode { at, values }) = by {
            for (variant, values) in grouped(values) {
                let condition = Predicate::Equals(at.clone(), values);
                rows.push(row(variant, Source::Response(Some(condition))));
            }
        }
        rows.push(row(*variant, Source::Response(None)));
        Some(rows)
    });
    rows.flatten().collect()
}

/// The values of each variant, in the order in which variants first come.
fn grouped(values: &[(Scalar, usize)]) -> Vec<(usize, Vec<Scalar>)> {
    let mut groups: Vec<(usize, Vec<Scalar>)> = Vec::new();
    for (value, variant) in values {
        match groups.iter_mut().find(|(other, _)| other == variant) {
            Some((_, values)) => values.push(value.clone()),
            None => groups.push((*variant, vec![value.clone()])),
        }
    }
    groups
}

/// `default` stands for successes too, unless each is documented or `success-when` tells them.
fn default<'g>(documented: &[(Status, Reading)], table: &'g Responses) -> Statuses<'g> {
    let covered = documented
        .iter()
        .any(|(status, reading)| *status == Status::Range(2) && !is_error(reading));
    Statuses::Default {
        successes: !covered && table.success_when.is_none(),
    }
}

fn rest(table: &Responses) -> Row<'_> {
    Row {
        variant: UNRECOGNIZED,
        source: Source::Rest,
        statuses: Statuses::Other { redirects: false },
        payload: None,
        code: &table.code,
        message: &table.message,
        retry: None,
    }
}

/// A variant's name and the type of its body; the one that is not listed is the one that all have, which
/// a documented response is only by `default`.
fn called(variant: usize, error: &ErrorEnum) -> (&str, Option<&Type>) {
    match error.variants.get(variant) {
        Some(variant) => (&variant.name, variant.payload.as_ref()),
        None => (UNRECOGNIZED, error.default.as_ref()),
    }
}

fn or<'g>(own: &'g [String], outer: &'g [String]) -> &'g [String] {
    if own.is_empty() { outer } else { own }
}

fn is_error(reading: &Reading) -> bool {
    matches!(reading, Reading::Error { .. })
}
