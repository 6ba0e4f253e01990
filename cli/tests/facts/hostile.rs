//! Text that would move the cursor, hide or reorder text never reaches a terminal.

use std::fs;

use serde_json::{Value, json};

use super::{outspoken, text};

/// Escape sequences of one and two characters, a direction, and letters that no one sees.
const EVIL: &str = "\u{1b}[2J\u{9b}31m\u{202e}\u{200b}\u{e0041}\r\u{7f}";

fn document() -> String {
    let evil = |text: &str| format!("{EVIL}{text}");
    let error = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
    let body = json!({ "application/json": { "schema": { "$ref": "#/components/schemas/E" } } });
    json!({
        "openapi": "3.0.3",
        "info": { "title": evil("title"), "version": "1" },
        "paths": { format!("/{}", evil("path")): { "get": {
            "operationId": evil("operation"),
            "x-outspoken": {
                "success-when": { "at": format!("/{}", evil("ok")), "equals": evil("yes") },
                "code": format!("/{}", evil("code")),
                "errors": { "Gone": {
                    "when": { "any": [
                        { "at": format!("/{}", evil("code")), "equals": evil("gone") },
                        { "some": format!("/{}", evil("list")), "where": { "at": "", "contains": evil("x") } },
                    ] },
                    "message": format!("/{}", evil("message")),
                } },
            },
            "responses": { "200": { "description": "It." }, "default": { "description": "No.", "content": body } },
        } } },
        "components": { "schemas": { "E": error, evil("E"): { "type": "object", "properties": { evil("m"): {} } } } },
    })
    .to_string()
}

#[test]
fn nothing_hostile_reaches_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("evil.json"), document()).unwrap();
    for arguments in [
        &["errors", "evil.json"] as &[&str],
        &["errors", "evil.json", "--json"],
        &["errors", "evil.json", "operatio", EVIL],
        &["errors", "evil.json", "--format", "json"],
        &["check", "evil.json", "--report", "-"],
        &["check", "evil.json", "--format", "json"],
        &["check", "evil.json", "--report", "evil.json/\u{1b}[2J"],
    ] {
        let done = outspoken(folder.path(), arguments);
        let shown = text(&done.stdout) + &text(&done.stderr);
        assert!(!shown.is_empty(), "{arguments:?}");
        let bad = shown
            .chars()
            .find(|c| (c.is_control() && *c != '\n') || EVIL.contains(*c) && !c.is_ascii());
        assert_eq!(bad, None, "{arguments:?}: {shown}");
        let wide = arguments == ["errors", "evil.json"];
        let stdout = text(&done.stdout);
        assert!(!wide || stdout.lines().all(|line| line.chars().count() <= 80));
    }
}

#[test]
fn programs_get_it_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("evil.json"), document()).unwrap();
    let done = outspoken(folder.path(), &["errors", "evil.json", "--json"]);
    let value: Value = serde_json::from_str(&text(&done.stdout)).unwrap();
    assert_eq!(value["operations"][0]["id"], format!("{EVIL}operation"));
    let when = &value["operations"][0]["errors"][0]["when"]["any"][0];
    assert_eq!(when["equals"], json!([format!("{EVIL}gone")]));
}

#[test]
fn a_document_of_any_size_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let long = "word ".repeat(20_000);
    let many: Vec<_> = (0..2_000)
        .map(|n| json!({ "at": format!("/{n}"), "equals": n }))
        .collect();
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "T", "version": "1" },
        "paths": { "/a": { "get": {
            "operationId": "x".repeat(10_000),
            "x-outspoken": { "errors": {
                "Long": { "when": { "at": "/a", "equals": long } },
                "Many": { "when": { "any": many } },
            } },
            "responses": { "204": { "description": "Done." } },
        } } },
    });
    fs::write(folder.path().join("a.json"), document.to_string()).unwrap();
    let done = outspoken(folder.path(), &["errors", "a.json"]);
    assert_eq!(done.status.code(), Some(0));
    let table = text(&done.stdout);
    assert!(table.lines().all(|line| line.chars().count() <= 80));
    assert!(table.contains("/1999 = 1999"), "{table}");
}
