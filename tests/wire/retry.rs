//! What `outspoken errors` tells of statuses is what clients do.

use std::collections::BTreeMap;

use outspoken::MemoryTransport;
use outspoken_codegen::{Config, generate, report::Errors};
use outspoken_tests::repo;
use serde_json::Value;

use crate::support::{run, wasend};

/// The errors of the one operation of Wasend, as they are told.
fn told() -> Value {
    let document = repo::root().join("specs/wasend.yaml");
    let generated = generate(&document, "wasend.yaml", &Config::new("wasend"));
    serde_json::from_str(&Errors::of(&generated).json()).unwrap()
}

#[test]
fn every_status_is_the_error_that_was_told() {
    let told = told();
    let retryable = told["retryable_statuses"].as_array().unwrap();
    let rows = told["operations"][0]["errors"].as_array().unwrap();
    let by_status: BTreeMap<&str, &Value> = rows
        .iter()
        .filter(|row| row["source"] == "response" || row["source"] == "rest")
        .map(|row| (row["statuses"][0].as_str().unwrap(), row))
        .collect();
    assert_eq!(by_status.len(), 7);

    let server = MemoryTransport::new();
    let client = wasend("https://example.com")
        .transport(server.clone())
        .build()
        .unwrap();
    for status in 300..=599 {
        server.answer(status, "");
        let error = run(client.delete_group_picture("s", "g")).unwrap_err();
        let error = error.api().unwrap();
        let row = by_status.get(&*status.to_string());
        let row = row.unwrap_or(&by_status["other"]);
        assert_eq!(row["variant"], error.variant(), "{status}");
        let expected = match &row["retryable"] {
            Value::Bool(retryable) => *retryable,
            _ => retryable.contains(&Value::from(status)),
        };
        assert_eq!(error.is_retryable(), expected, "{status}");
        assert_eq!(
            retryable.contains(&Value::from(status)),
            expected,
            "{status}"
        );
    }
}
