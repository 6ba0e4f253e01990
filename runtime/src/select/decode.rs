//! The one function that turns an answer into an output or an error.

use http::StatusCode;
use serde_json::Value;

use super::{Case, Reading, Responses, UNRECOGNIZED, case::choose, predicate::Scope, well_known};
use crate::{
    ApiError, DecodeError, ErrorKind, OperationMeta, Outcome, RawResponse,
    error::{Answer, Said},
};

/// Reads an answer by its operation's table: first the cases, then `success-when`, then the
/// documented responses, exact status before range before default.
///
/// # Errors
/// [`Error::Api`](crate::Error::Api) or [`Error::Decode`](crate::Error::Decode).
#[doc(hidden)]
pub fn decode<T, E: ErrorKind>(
    response: &mut RawResponse,
    meta: &OperationMeta,
    table: &Responses<T>,
) -> Outcome<T, E> {
    match judge(response, table) {
        Verdict::Output(read) => Ok(read(response)?),
        Verdict::Undocumented => Err(undocumented(response).into()),
        Verdict::Error(refusal) => Err(refuse(response, meta, *refusal).into()),
    }
}

enum Verdict<T> {
    Output(fn(&mut RawResponse) -> Result<T, DecodeError>),
    Error(Box<Refusal>),
    Undocumented,
}

/// Why it is an error, taken out of the body.
struct Refusal {
    case: Case,
    code: Option<String>,
    message: Option<String>,
    json: Option<Value>,
}

fn judge<T>(response: &RawResponse, table: &Responses<T>) -> Verdict<T> {
    let status = response.status();
    // A documented success without conditions is read once, by its own type.
    let conditional = !table.cases.is_empty() || table.success_when.is_some();
    let json = if conditional || !status.is_success() {
        response.json()
    } else {
        None
    };
    let nothing = Value::Null;
    let bare = Scope {
        headers: response.headers(),
        value: &nothing,
    };
    let scope = json.as_ref().map(|value| Scope { value, ..bare });
    let body = scope.unwrap_or(bare).value;

    if let Some((case, element)) = choose(table.cases, status, scope, bare) {
        let inherit = |own: &'static [&'static str], all| if own.is_empty() { all } else { own };
        let (code, message) = (
            inherit(case.code, table.code),
            inherit(case.message, table.message),
        );
        return refusal(
            Case {
                code,
                message,
                ..*case
            },
            json.as_ref(),
            element,
        );
    }
    let other = Case {
        code: table.code,
        message: table.message,
        ..Case::NEW
    };
    let succeeded = match (&table.success_when, scope) {
        (Some(condition), Some(scope)) => Some(condition.matches(scope).is_some()),
        _ => None,
    };
    if status.is_success() && succeeded == Some(false) {
        return refusal(other, json.as_ref(), body);
    }
    match reading(table, status, succeeded == Some(true)) {
        Some(Reading::Output(read)) => Verdict::Output(*read),
        Some(Reading::Error(variant)) => refusal(
            Case {
                variant: *variant,
                ..other
            },
            json.as_ref(),
            body,
        ),
        None if status.is_success() => Verdict::Undocumented,
        None => refusal(other, json.as_ref(), body),
    }
}

/// The documented response for a status. A success that no response is documented for, or only
/// as an error by `default`, is read as the documented success: the latter only where
/// `success-when` says that it is one.
fn reading<T>(table: &Responses<T>, status: StatusCode, succeeded: bool) -> Option<&Reading<T>> {
    let mut best = None;
    for (documented, reading) in table.documented {
        match (documented.fits(status), &best) {
            (Some(exactness), Some((other, _))) if exactness <= *other => {}
            (Some(exactness), _) => best = Some((exactness, reading)),
            (None, _) => {}
        }
    }
    let best = best.map(|(_, reading)| reading);
    match best {
        None if status.is_success() => only_success(table),
        Some(Reading::Error(UNRECOGNIZED)) if status.is_success() && succeeded => {
            only_success(table).or(best)
        }
        _ => best,
    }
}

fn only_success<T>(table: &Responses<T>) -> Option<&Reading<T>> {
    let is_output = |(_, reading): &&(_, Reading<T>)| matches!(reading, Reading::Output(_));
    let mut successes = table.documented.iter().filter(is_output);
    let (_, first) = successes.next()?;
    successes.next().is_none().then_some(first)
}

fn refusal<T>(case: Case, json: Option<&Value>, element: &Value) -> Verdict<T> {
    let find = |places: &[&str], known: &[&str]| {
        let places = if places.is_empty() { known } else { places };
        places
            .iter()
            .find_map(|place| text_at(place, json?, element))
    };
    Verdict::Error(Box::new(Refusal {
        code: find(case.code, well_known::CODE),
        message: find(case.message, well_known::MESSAGE),
        json: json.cloned(),
        case,
    }))
}

/// The text at a pointer; `./…` starts at the matched element.
fn text_at(place: &str, body: &Value, element: &Value) -> Option<String> {
    let found = match place.strip_prefix('.') {
        Some(relative) => element.pointer(relative),
        None => body.pointer(place),
    };
    match found? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(_) | Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn undocumented(response: &RawResponse) -> DecodeError {
    DecodeError::new(
        "no response is documented for this status",
        response.status(),
        response.headers().clone(),
        response.body().clone(),
    )
}

fn refuse<E: ErrorKind>(
    response: &RawResponse,
    meta: &OperationMeta,
    refusal: Refusal,
) -> ApiError<E> {
    let answer = Answer {
        status: response.status(),
        headers: response.headers(),
        body: response.body(),
    };
    let kind = E::assemble(refusal.case.variant, &answer);
    let said = Said {
        operation: meta.name,
        status: response.status(),
        headers: response.headers().clone(),
        body: response.body().clone(),
        code: refusal.code,
        message: refusal.message,
        json: refusal.json,
        retry: refusal.case.retry,
    };
    ApiError::new(kind, said)
}
