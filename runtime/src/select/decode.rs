//! The one function that turns an answer into an output or an error.

use http::{StatusCode, header::CONTENT_TYPE};
use serde_json::Value;

use super::{
    Case, Predicate, Read, Reading, Responses, Status,
    case::choose,
    predicate::Scope,
    told::{Told, told},
};
use crate::{
    ApiError, DecodeError, ErrorKind, OperationMeta, Outcome, RawResponse,
    error::{Answer, Said},
};

/// Reads an answer by its operation's table: first the cases, then errors in band, then `success-when`,
/// then the documented responses, exact status before range before default.
///
/// # Errors
/// [`Error::Api`](crate::Error::Api) or [`Error::Decode`](crate::Error::Decode).
pub(crate) fn decode<T, E: ErrorKind>(
    response: &mut RawResponse,
    meta: &OperationMeta,
    table: &Responses<T>,
) -> Outcome<T, E> {
    match judge(response, table) {
        Verdict::Output(_) if meta.is_unasked(response.headers()) => Err(unasked(response).into()),
        Verdict::Output(read) => Ok(read(response)?),
        Verdict::Doubtful(read, refusal) => {
            // What cannot be read says nothing; what can has not said that it is a success.
            read(response)?;
            Err(refuse(response, meta, *refusal).into())
        }
        Verdict::Undocumented => Err(undocumented(response).into()),
        Verdict::Error(refusal) => Err(refuse(response, meta, *refusal).into()),
    }
}

enum Verdict<T> {
    Output(Read<T>),
    /// A success by its status, whose body is not JSON, so that `success-when` does not hold.
    Doubtful(Read<T>, Box<Refusal>),
    Error(Box<Refusal>),
    Undocumented,
}

/// Why it is an error, and what it says.
struct Refusal {
    case: Case,
    told: Told,
}

fn judge<T>(response: &RawResponse, table: &Responses<T>) -> Verdict<T> {
    let status = response.status();
    // A documented success without conditions is read once, by its own type.
    let is_output = matches!(reading(table, status, false), Some(Reading::Output(_)));
    let conditional =
        !table.cases.is_empty() || table.success_when.is_some() || !table.in_band.is_empty();
    let json = (conditional || !is_output)
        .then(|| response.json())
        .flatten();
    let nothing = Value::Null;
    let bare = Scope {
        headers: response.headers(),
        value: &nothing,
    };
    let scope = json.as_ref().map(|value| Scope { value, ..bare });
    let body = scope.unwrap_or(bare).value;
    let refusal = |case: Case, json: Option<&Value>, element: &Value| {
        let told = told(&case, response.headers(), json, element);
        Box::new(Refusal { case, told })
    };
    let other = Case {
        code: table.code,
        message: table.message,
        ..Case::NEW
    };

    if let Some((case, element)) = choose(table.cases, status, scope, bare) {
        let case = case.or_places(&other);
        return Verdict::Error(refusal(case, json.as_ref(), element));
    }
    let in_band = scope.filter(|_| status.is_success());
    if let Some(error) = in_band.and_then(|scope| in_band_error(table, status, scope)) {
        let case = error
            .as_ref()
            .and_then(|error| error.error(body))
            .unwrap_or(other);
        let code = error.as_ref().map_or(Case::NEW, Reading::code);
        let case = case.or_places(&other).or_places(&code);
        return Verdict::Error(refusal(case, json.as_ref(), body));
    }
    // An answer that has no content by its status (RFC 9110 §15.3.5) has none to say no with.
    let is_empty = matches!(status.as_u16(), 204 | 205) && response.body().is_empty();
    let condition = table.success_when.as_ref().filter(|_| !is_empty);
    let met = condition.map(|condition| condition.matches(scope.unwrap_or(bare)).is_some());
    if status.is_success() && met == Some(false) && scope.is_some() {
        return Verdict::Error(refusal(other, json.as_ref(), body));
    }
    let reading = reading(table, status, met == Some(true));
    let case = match reading {
        Some(Reading::Output(read)) if status.is_success() && met == Some(false) => {
            return Verdict::Doubtful(read, refusal(other, None, body));
        }
        Some(Reading::Output(read)) => return Verdict::Output(read),
        Some(error) => {
            let case = error.error(body).unwrap_or(other);
            case.or_places(&other).or_places(&error.code())
        }
        None if status.is_success() => return Verdict::Undocumented,
        None => other,
    };
    Verdict::Error(refusal(case, json.as_ref(), body))
}

/// The documented response for a status. A success that no response is documented for, or only
/// as an error by `default`, is read as the documented success: the latter only where
/// `success-when` says that it is one.
fn reading<T>(table: &Responses<T>, status: StatusCode, succeeded: bool) -> Option<Reading<T>> {
    let best = documented(table, status);
    let is_vague = best.as_ref().is_none_or(Reading::is_default_error);
    match best {
        // A part of what 200 has whole (RFC 9110 §15.3.7), for those who asked for a part.
        _ if status == StatusCode::PARTIAL_CONTENT && is_vague => {
            match documented(table, StatusCode::OK) {
                whole @ Some(Reading::Output(_)) => whole,
                _ => best,
            }
        }
        None if status.is_success() => only_success(table),
        Some(_) if is_vague && status.is_success() && succeeded => only_success(table).or(best),
        _ => best,
    }
}

/// The error that a success by its status is after all: of several, the one that lists the code, or none
/// in particular.
fn in_band_error<T>(
    table: &Responses<T>,
    status: StatusCode,
    scope: Scope<'_>,
) -> Option<Option<Reading<T>>> {
    let best = documented(table, status);
    let is_part = status == StatusCode::PARTIAL_CONTENT
        && best.as_ref().is_none_or(Reading::is_default_error);
    // What is read as a part of what 200 has fails as that does.
    let meant = if is_part { StatusCode::OK } else { status };
    let fits = |(success, condition, _): &&(Status, Predicate, Status)| {
        success.fits(meant).is_some() && condition.matches(scope).is_some()
    };
    let errors = table.in_band.iter().filter(fits).filter_map(|(_, _, at)| {
        let mut documented = table.documented();
        documented.find(|(status, _)| status == at)
    });
    let errors: Vec<_> = errors.collect();
    match errors.as_slice() {
        [] => None,
        [(_, one)] => Some(Some(*one)),
        many => {
            let mut named = many.iter().filter(|(_, error)| error.names(scope.value));
            // No status says which it is: if it is that of any, it is that.
            let any = named.clone().find(|(status, _)| *status == Status::Any);
            Some(any.or_else(|| named.next()).map(|(_, error)| *error))
        }
    }
}

/// The response that is documented for a status.
fn documented<T>(table: &Responses<T>, status: StatusCode) -> Option<Reading<T>> {
    best(table, status).map(|(_, reading)| reading)
}

/// The response that is documented for a status, with what it is documented for: exact before range
/// before `default`.
pub(super) fn best<T>(table: &Responses<T>, status: StatusCode) -> Option<(Status, Reading<T>)> {
    let mut best = None;
    for (documented, reading) in table.documented() {
        match (documented.fits(status), &best) {
            (Some(exactness), Some((other, _))) if exactness <= *other => {}
            (Some(exactness), _) => best = Some((exactness, (documented, reading))),
            (None, _) => {}
        }
    }
    best.map(|(_, found)| found)
}

/// The documented success where there is just one; a redirect is none.
fn only_success<T>(table: &Responses<T>) -> Option<Reading<T>> {
    let is_success = |(status, reading): &(Status, Reading<T>)| {
        status.is_success() && matches!(reading, Reading::Output(_))
    };
    let mut successes = table.documented().filter(is_success);
    let (_, first) = successes.next()?;
    successes.next().is_none().then_some(first)
}

fn undocumented(response: &RawResponse) -> DecodeError {
    DecodeError::new(
        "no response is documented for this status",
        response.status(),
        response.headers().clone(),
        response.body().clone(),
    )
}

/// A documented success, in a representation that is not the one that was asked for.
fn unasked(response: &RawResponse) -> DecodeError {
    let content_type = response.headers().get(CONTENT_TYPE);
    let name = content_type.and_then(|name| name.to_str().ok());
    let name = name.unwrap_or_default();
    DecodeError::new(
        &format!("it is {name}, which was not asked for"),
        response.status(),
        response.headers().clone(),
        response.body().clone(),
    )
}

fn refuse<E: ErrorKind>(
    response: &RawResponse,
    meta: &OperationMeta,
    Refusal { case, told }: Refusal,
) -> ApiError<E> {
    let answer = Answer {
        status: response.status(),
        headers: response.headers(),
        body: response.body(),
    };
    let kind = E::assemble(case.variant, &answer);
    let Told {
        code,
        message,
        request_id,
        retry_after,
    } = told;
    let said = Said {
        operation: meta.name,
        status: response.status(),
        headers: response.headers().clone(),
        body: response.body().clone(),
        code,
        message,
        request_id,
        retry_after,
        retry: case.retry,
    };
    ApiError::new(kind, said)
}

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "what the macro makes is for other crates"
)]
mod tests {
    use http::HeaderMap;

    use super::{
        super::{Scalar, UNRECOGNIZED, bytes, json, nothing},
        *,
    };
    use crate::{Error, Undocumented};

    crate::__error_kind! {
        enum Kind for decode {
            0 Missing is_missing: Undocumented = "It is missing.",
            1 Client is_client: Undocumented = "It is the caller.",
        }
    }

    const META: OperationMeta = OperationMeta::new("op", "op", "GET", "/");
    const OK: Predicate = Predicate::Equals("/ok", &[Scalar::Bool(true)]);

    fn outcome<T: std::fmt::Debug>(
        table: &Responses<T>,
        status: u16,
        body: &'static str,
    ) -> String {
        let status = StatusCode::from_u16(status).unwrap();
        let mut raw = RawResponse::new(status, HeaderMap::new(), body);
        match decode::<T, Kind>(&mut raw, &META, table) {
            Ok(output) => format!("{output:?}"),
            Err(Error::Api(error)) => error.to_string(),
            Err(other) => format!("{}", other.map_kind(|kind: Kind| kind)),
        }
    }

    #[test]
    fn a_success_that_says_nothing_is_none() {
        let none = Responses::<()> {
            success_when: Some(OK),
            documented: &[(Status::Range(2), Reading::Output(nothing))],
            ..Responses::NEW
        };
        let unknown = "op: 200: The document has no name for this error.";
        assert_eq!(outcome(&none, 200, r#"{"ok": true}"#), "()");
        assert_eq!(outcome(&none, 200, r#"{"ok": false"#), unknown);
        assert_eq!(outcome(&none, 200, "<h1>Maintenance</h1>"), unknown);
        assert_eq!(outcome(&none, 200, ""), unknown);
        assert_eq!(outcome(&none, 204, ""), "()");

        let raw = Responses {
            success_when: Some(Predicate::Header("x-status", "ok")),
            documented: &[(Status::Range(2), Reading::Output(bytes))],
            ..Responses::NEW
        };
        assert_eq!(outcome(&raw, 200, "text"), unknown);

        let typed = Responses::<bool> {
            success_when: Some(OK),
            documented: &[(Status::Range(2), Reading::Output(json))],
            ..Responses::NEW
        };
        let text = outcome(&typed, 200, "<h1>");
        assert!(text.starts_with("the body of the 200 answer"), "{text}");
    }

    #[test]
    fn an_exact_status_goes_before_a_range_that_says_where_its_code_is() {
        let table = Responses::<()> {
            documented: &[
                (Status::Exact(404), Reading::Error(0)),
                (Status::Range(4), Reading::ErrorAt(1, &["/c"], &[])),
                (Status::Any, Reading::ErrorAt(UNRECOGNIZED, &["/d"], &[])),
            ],
            code: &["/code"],
            message: &["/m"],
            ..Responses::NEW
        };
        let body = r#"{"code": 1, "c": 2, "d": 3, "m": "no"}"#;
        assert_eq!(outcome(&table, 404, body), "op: 404 1: no");
        assert_eq!(outcome(&table, 400, body), "op: 400 2: no");
        assert_eq!(outcome(&table, 500, body), "op: 500 3: no");
        assert_eq!(outcome(&table, 200, body), "op: 200 3: no");
    }

    #[test]
    fn a_code_says_which_variant_it_is() {
        let table = Responses::<bool> {
            in_band: &[(
                Status::Range(2),
                Predicate::Equals("/ok", &[Scalar::Bool(false)]),
                Status::Any,
            )],
            documented: &[
                (Status::Exact(200), Reading::Output(json)),
                (
                    Status::Any,
                    Reading::ErrorBy(
                        &["/error"],
                        &[(Scalar::Text("gone"), 0), (Scalar::Integer(7), 1)],
                        &Reading::Error(UNRECOGNIZED),
                    ),
                ),
            ],
            code: &["/error"],
            ..Responses::NEW
        };
        let missing = "op: 200 gone: It is missing.";
        assert_eq!(
            outcome(&table, 200, r#"{"ok": false, "error": "gone"}"#),
            missing
        );
        let client = "op: 418 7: It is the caller.";
        assert_eq!(outcome(&table, 418, r#"{"error": 7}"#), client);
        let new = "op: 200 new: The document has no name for this error.";
        assert_eq!(
            outcome(&table, 200, r#"{"ok": false, "error": "new"}"#),
            new
        );
        let unknown = "op: 201: The document has no name for this error.";
        assert_eq!(outcome(&table, 201, r#"{"ok": true}"#), unknown);
        assert_eq!(outcome(&table, 200, "true"), "true");
    }
}
