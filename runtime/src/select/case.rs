//! Cases: the errors that `x-outspoken` declares.

use http::StatusCode;

use super::{Predicate, Status, predicate::Scope, status::Exactness};

/// One error that `x-outspoken` declares.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// The variant's number.
    pub variant: u16,
    /// The statuses under which it is looked for.
    pub status: Status,
    /// The condition on the answer.
    pub when: Option<Predicate>,
    /// The cases that give way to this one where both match, as its condition implies theirs.
    pub over: &'static [usize],
    /// Where the API's code is; relative to the matched element where it starts with `./`.
    pub code: &'static [&'static str],
    /// Where the API's message is.
    pub message: &'static [&'static str],
    /// Whether the same request may succeed later, where the document says so.
    pub retry: Option<bool>,
}

impl Case {
    /// A case for any status, without a condition; the rest is what the operation has.
    pub const NEW: Self = Self {
        variant: super::UNRECOGNIZED,
        status: Status::Any,
        when: None,
        over: &[],
        code: &[],
        message: &[],
        retry: None,
    };

    /// The case with another's places of code and message where it has none of its own.
    pub(crate) fn or_places(self, other: &Self) -> Self {
        let or = |own: &'static [&'static str], other| if own.is_empty() { other } else { own };
        Self {
            code: or(self.code, other.code),
            message: or(self.message, other.message),
            ..self
        }
    }

    /// Tries the case on an answer whose body is JSON, or is not.
    fn matches<'a>(
        &self,
        status: StatusCode,
        scope: Option<Scope<'a>>,
        bare: Scope<'a>,
    ) -> Option<Matched<'a>> {
        let exactness = self.status.fits(status)?;
        let element = match (&self.when, scope) {
            (None, scope) => scope.unwrap_or(bare).value,
            (Some(condition), Some(scope)) => condition.matches(scope)?.unwrap_or(scope.value),
            (Some(_), None) => return None,
        };
        Some(Matched { exactness, element })
    }
}

/// A case that matched.
struct Matched<'a> {
    exactness: Exactness,
    element: &'a serde_json::Value,
}

/// The case that an answer is: of those that match, one whose condition implies the other's
/// wins, then the more exact status, then the earlier one.
pub(crate) fn choose<'t, 'a>(
    cases: &'t [Case],
    status: StatusCode,
    scope: Option<Scope<'a>>,
    bare: Scope<'a>,
) -> Option<(&'t Case, &'a serde_json::Value)> {
    let matched: Vec<_> = cases
        .iter()
        .enumerate()
        .filter_map(|(index, case)| Some((index, case, case.matches(status, scope, bare)?)))
        .collect();
    let gives_way = |index: &usize| {
        matched
            .iter()
            .any(|(_, other, _)| other.over.contains(index))
    };
    let mut best: Option<&(usize, &Case, Matched<'a>)> = None;
    for candidate in matched.iter().filter(|(index, ..)| !gives_way(index)) {
        if best.is_none_or(|best| candidate.2.exactness > best.2.exactness) {
            best = Some(candidate);
        }
    }
    best.map(|(_, case, found)| (*case, found.element))
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use serde_json::{Value, json};

    use super::{super::Scalar, *};

    static CODE: Predicate = Predicate::Equals("/code", &[Scalar::Text("x")]);
    static BOTH: Predicate = Predicate::All(&[CODE_AGAIN, Predicate::Exists("/more", true)]);
    const CODE_AGAIN: Predicate = Predicate::Equals("/code", &[Scalar::Text("x")]);

    fn chosen(cases: &[Case], status: u16, value: &Value) -> Option<u16> {
        let headers = HeaderMap::new();
        let scope = Scope {
            headers: &headers,
            value,
        };
        let status = StatusCode::from_u16(status).unwrap();
        choose(cases, status, Some(scope), scope).map(|(case, _)| case.variant)
    }

    fn case(variant: u16, status: Status, when: Option<Predicate>, over: &'static [usize]) -> Case {
        Case {
            variant,
            status,
            when,
            over,
            ..Case::NEW
        }
    }

    #[test]
    fn the_narrower_condition_wins_over_status_and_order() {
        let cases = [
            case(0, Status::Exact(404), Some(CODE), &[]),
            case(1, Status::Any, Some(BOTH), &[0]),
        ];
        assert_eq!(
            chosen(&cases, 404, &json!({ "code": "x", "more": 1 })),
            Some(1)
        );
        assert_eq!(chosen(&cases, 404, &json!({ "code": "x" })), Some(0));
        assert_eq!(chosen(&cases, 400, &json!({ "code": "x" })), None);
    }

    #[test]
    fn then_the_more_exact_status_then_the_earlier() {
        let cases = [
            case(0, Status::Any, None, &[]),
            case(1, Status::Range(4), None, &[]),
            case(2, Status::Exact(404), None, &[]),
            case(3, Status::Exact(404), None, &[]),
        ];
        let body = json!({});
        assert_eq!(chosen(&cases, 404, &body), Some(2));
        assert_eq!(chosen(&cases, 400, &body), Some(1));
        assert_eq!(chosen(&cases, 500, &body), Some(0));
    }
}
