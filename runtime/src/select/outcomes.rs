//! The table of an operation's responses, read from the other end: under which statuses an answer is an
//! output, or an error.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::{Predicate, Reading, Responses, Status, UNRECOGNIZED, decode::best};

/// An answer's head, by which it may be what is looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub(crate) status: StatusCode,
    /// Headers that a condition asks for.
    pub(crate) headers: HeaderMap,
}

impl From<StatusCode> for Head {
    fn from(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
        }
    }
}

/// Statuses of which nothing is known, likeliest first.
const ANY: &[Status] = &[
    Status::Range(4),
    Status::Range(5),
    Status::Range(2),
    Status::Range(3),
];

/// The heads under which an answer may be the output, in the order of the document.
pub(crate) fn of_output<T>(table: &Responses<T>) -> Vec<Head> {
    let is_output = |(_, reading): &(Status, Reading<T>)| matches!(reading, Reading::Output(_));
    let outputs = table.documented().filter(is_output);
    let mut heads: Vec<Head> = outputs
        .flat_map(|(status, _)| named(table, status))
        .map(Head::from)
        .collect();
    for head in &mut heads {
        if let Some(condition) = &table.success_when {
            ask(condition, &mut head.headers);
        }
    }
    heads
}

/// The heads under which an answer may be the error with this number, likeliest first.
pub(crate) fn of_error<T>(table: &Responses<T>, number: u16) -> Vec<Head> {
    let mut heads = Vec::new();
    for case in table.cases.iter().filter(|case| case.variant == number) {
        let statuses = match case.status {
            Status::Any => ANY,
            _ => std::slice::from_ref(&case.status),
        };
        for status in statuses.iter().flat_map(|status| each(*status)) {
            let mut head = Head::from(status);
            if let Some(condition) = &case.when {
                ask(condition, &mut head.headers);
            }
            heads.push(head);
        }
    }
    let leads = |(_, reading): &(Status, Reading<T>)| reading.leads_to(number);
    for (status, _) in table.documented().filter(leads) {
        let in_band = table
            .in_band
            .iter()
            .filter(|(_, _, error)| *error == status);
        heads.extend(
            in_band
                .flat_map(|(success, ..)| each(*success).into_iter().take(1))
                .map(Head::from),
        );
        heads.extend(named(table, status).map(Head::from));
    }
    if number == UNRECOGNIZED {
        let free = |status: &StatusCode| best(table, *status).is_none();
        // Where both classes of errors are documented whole, a redirect is none.
        let unknown = all(5).chain(all(4)).chain(all(3)).find(free);
        heads.extend(unknown.map(Head::from));
        heads.push(StatusCode::OK.into());
    }
    heads
}

/// The statuses that are read as this response: a more exact one may have some.
fn named<T>(table: &Responses<T>, status: Status) -> impl Iterator<Item = StatusCode> {
    let is_it = |code: &StatusCode| best(table, *code).is_some_and(|(best, _)| best == status);
    let candidates: Vec<_> = match status {
        Status::Any => all(5).chain(all(4)).chain(all(2)).filter(is_it).collect(),
        Status::Range(class) => all(class).filter(is_it).collect(),
        _ => each(status),
    };
    candidates.into_iter()
}

/// All statuses that are named.
fn each(status: Status) -> Vec<StatusCode> {
    match status {
        Status::Exact(code) => StatusCode::from_u16(code).into_iter().collect(),
        Status::Range(class) => all(class).collect(),
        Status::OneOf(list) => list.iter().flat_map(|status| each(*status)).collect(),
        Status::Any => ANY.iter().flat_map(|status| each(*status)).collect(),
    }
}

/// All statuses of a class.
fn all(class: u16) -> impl Iterator<Item = StatusCode> {
    let codes = class.saturating_mul(100)..class.saturating_mul(100).saturating_add(100);
    codes.filter_map(|code| StatusCode::from_u16(code).ok())
}

/// Adds the headers without which the condition cannot hold.
fn ask(condition: &Predicate, headers: &mut HeaderMap) {
    match condition {
        Predicate::Header(name, value) => {
            if let (Ok(name), Ok(value)) = (
                HeaderName::from_bytes(name.as_bytes()),
                HeaderValue::from_str(value),
            ) {
                headers.append(name, value);
            }
        }
        Predicate::All(conditions) => conditions.iter().for_each(|one| ask(one, headers)),
        Predicate::Any([one, ..]) => ask(one, headers),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unrecognized_has_a_status_that_nothing_is_documented_for() {
        let of = |documented| {
            let table = Responses::<()> {
                documented,
                ..Responses::NEW
            };
            let heads = of_error(&table, UNRECOGNIZED);
            heads.first().map(|head| head.status.as_u16())
        };
        let client = (Status::Range(4), Reading::Error(0));
        let server = (Status::Range(5), Reading::Error(1));
        assert_eq!(
            of(const { &[(Status::Exact(500), Reading::Error(0))] }),
            Some(501)
        );
        assert_eq!(of(Box::leak(Box::new([server]))), Some(400));
        assert_eq!(of(Box::leak(Box::new([client, server]))), Some(300));
    }
}
