//! Calls of one operation, one for each answer that the server plays.

use std::fmt::Debug;

use outspoken::{Error, ErrorKind, Response};

use crate::{
    outcome::Outcome,
    scenario::{Endpoint, Scenario},
    server::Server,
};

/// What came of an operation.
pub(crate) struct Visit {
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) rows: Vec<Row>,
}

/// One call.
pub(crate) struct Row {
    pub(crate) status: u16,
    pub(crate) scenario: &'static Scenario,
    pub(crate) outcome: Outcome,
    /// What is not as it must be.
    pub(crate) fault: Option<String>,
}

impl Visit {
    /// Calls an operation once for each status of each scenario.
    pub(crate) async fn pay<C, T, E>(
        server: &Server,
        endpoint: &'static Endpoint,
        call: impl Fn() -> C,
    ) -> Self
    where
        C: IntoFuture<Output = Result<Response<T>, Error<E>>>,
        T: Debug,
        E: ErrorKind,
    {
        let mut rows = Vec::new();
        for scenario in endpoint.scenarios {
            for &status in scenario.statuses {
                server.play(endpoint, scenario, status);
                let outcome = Outcome::of(&call().await);
                let fault = server
                    .complaint()
                    .or_else(|| fault(scenario, status, &outcome));
                rows.push(Row {
                    status,
                    scenario,
                    outcome,
                    fault,
                });
            }
        }
        Self { endpoint, rows }
    }
}

/// What is wrong with an outcome: its type, its status, or the body that an error must keep.
fn fault(scenario: &Scenario, status: u16, outcome: &Outcome) -> Option<String> {
    let expected = scenario.expected.text();
    if outcome.got != expected {
        return Some(format!("expected {expected}, got {}", outcome.got));
    }
    if outcome.status != Some(status) {
        return Some(format!("the status became {:?}", outcome.status));
    }
    let kept = outcome.kept.as_deref().unwrap_or(scenario.body.as_bytes());
    (kept != scenario.body.as_bytes()).then(|| "the body was not kept".to_owned())
}

/// The rows that did not come out as they must, by name.
pub(crate) fn faults(visits: &[Visit]) -> Vec<String> {
    let rows = visits
        .iter()
        .flat_map(|visit| visit.rows.iter().map(move |row| (visit.endpoint, row)));
    rows.filter_map(|(endpoint, row)| {
        let fault = row.fault.as_ref()?;
        let (method, status, body) = (endpoint.method, row.status, row.scenario.shown_body());
        Some(format!("{method}, {status} {body}: {fault}"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Expected;

    static SCENARIO: Scenario = Scenario {
        statuses: &[404],
        body: "gone",
        expected: Expected::Api("NotFound"),
    };

    fn outcome(got: &str, status: u16, kept: &'static str) -> Outcome {
        Outcome {
            got: got.to_owned(),
            says: Some(String::new()),
            status: Some(status),
            kept: Some(outspoken::Bytes::from_static(kept.as_bytes())),
        }
    }

    #[test]
    fn type_status_and_body_must_be_right() {
        let wrong = |got, status, kept| fault(&SCENARIO, 404, &outcome(got, status, kept));
        assert_eq!(wrong("Err(Api(NotFound))", 404, "gone"), None);
        assert!(wrong("Err(Api(Unrecognized))", 404, "gone").is_some());
        assert!(wrong("Err(Api(NotFound))", 400, "gone").is_some());
        assert!(wrong("Err(Api(NotFound))", 404, "").is_some());
    }
}
