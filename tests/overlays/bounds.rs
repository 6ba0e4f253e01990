//! Overlays that would take all time and memory end with a place.

use std::{fs, time::Instant};

use outspoken_codegen::{Config, OverlayFile, diagnostic::Code, overlaid};
use serde_json::{Value, json};

/// A document in which a list has many items, and one that is deep.
fn document() -> Value {
    let items: Vec<_> = (0..5000)
        .map(|n| json!({"a": n, "b": ["x", "xx"]}))
        .collect();
    let deep = (0..90).fold(json!(1), |below, _| json!({"a": below, "b": [1]}));
    json!({"openapi": "3.0.3", "info": {}, "paths": {}, "l": items, "d": deep})
}

/// What is said first of an overlay of that document, and whether it was applied.
fn said(actions: Value) -> (Option<(Code, String)>, bool) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, value: &Value| {
        let path = folder.path().join(name);
        fs::write(&path, value.to_string()).unwrap();
        path
    };
    let document = write("api.json", &document());
    let overlay =
        json!({"overlay": "1.1.0", "info": {"title": "x", "version": "1"}, "actions": actions});
    let mut config = Config::new("api");
    // As large as it is, and not much larger: what is bounded by the size of documents ends soon.
    config.limits.nodes = 100_000;
    config
        .overlays
        .push(OverlayFile::new(write("fix.json", &overlay)));
    let start = Instant::now();
    let done = overlaid(&document, "api.json", &config);
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    let first = done.diagnostics.iter().next();
    let first = first.map(|one| (one.code, one.message.to_string()));
    (first, done.text.is_some())
}

fn is_refused(actions: Value) {
    let shown: String = actions.to_string().chars().take(200).collect();
    let (first, _) = said(actions);
    assert_eq!(
        first.map(|(code, _)| code),
        Some(Code::LimitExceeded),
        "{shown}"
    );
}

#[test]
fn paths_that_select_everything_in_everything() {
    for path in [
        "$..*..*..*..*",
        "$..[?$..[?@.a == 1]]",
        "$..[?$ == $]..[?$ == $]",
        "$..[?match(@, '(x|xx)*(x|xx)*y{1,500}')]..[?$..*]",
        "$[*, *, *, *][*, *, *, *][*, *, *, *][*, *, *, *][*, *, *, *][*, *, *, *]",
    ] {
        is_refused(json!([{"target": path, "update": {"x": 1}}]));
    }
}

#[test]
fn documents_that_double() {
    let mut actions = vec![json!({"target": "$", "update": {"k": [1], "m": {}}})];
    actions.extend((0..40).map(|_| json!({"target": "$.k", "copy": "$.k"})));
    is_refused(json!(actions));
    let nested = (0..40).map(|n| json!({"target": format!("$.m{}", ".m".repeat(n)), "copy": "$"}));
    let first = json!({"target": "$", "update": {"m": {}}});
    is_refused([first].into_iter().chain(nested).collect());
    is_refused(json!([{"target": "$.l[*]", "update": {"c": (0..100).collect::<Vec<_>>()}}]));
    is_refused(
        (0..100)
            .map(|_| json!({"target": "$.l[*].b", "update": "x"}))
            .collect(),
    );
}

#[test]
fn many_actions() {
    is_refused(
        (0..20_000)
            .map(|_| json!({"target": "$..*", "update": 1}))
            .collect(),
    );
    is_refused(
        (0..5000)
            .map(|_| json!({"target": "$.l[0]", "remove": true}))
            .collect(),
    );
    is_refused(
        (0..500)
            .map(|_| json!({"target": "$.l[*]", "update": {"a": 1}}))
            .collect(),
    );
}

#[test]
fn depth_is_that_of_documents() {
    let deep = (0..90).fold(json!(1), |below, _| json!({"a": below}));
    assert_eq!(
        said(json!([{"target": "$.d", "update": deep}])),
        (None, true)
    );
    let way = ".a".repeat(80);
    is_refused(json!([{"target": format!("$.d{way}"), "update": {"c": deep}}]));
}

#[test]
fn what_people_write_is_far_below() {
    let mut actions: Vec<_> = (0..100)
        .map(|n| json!({"target": format!("$.l[?@.a == {n}]"), "update": {"b": ["y"]}}))
        .collect();
    actions.push(json!({"target": "$..[?@.a > 4000].b", "remove": true}));
    assert_eq!(said(json!(actions)), (None, true));
}
