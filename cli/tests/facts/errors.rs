//! `outspoken errors`.

use std::fs;

use serde_json::{Value, json};

use super::{documents, expect, outspoken, printed, root, stem, text};

#[test]
fn tables_for_people() {
    let folders = ["specs", "cli/tests/fixtures"];
    for document in folders.into_iter().flat_map(documents) {
        let table = printed(root(), &["errors", document.to_str().unwrap()]);
        assert!(
            table.lines().all(|line| line.chars().count() <= 80),
            "{table}"
        );
        expect(&format!("errors/{}.txt", stem(&document)), &table);
    }
}

#[test]
fn json_for_programs() {
    let folders = ["specs", "cli/tests/fixtures"];
    for document in folders.into_iter().flat_map(documents) {
        let json = printed(root(), &["errors", document.to_str().unwrap(), "--json"]);
        expect(&format!("errors/{}.json", stem(&document)), &json);
    }
}

#[test]
fn some_operations_of_all() {
    let rich = "cli/tests/fixtures/rich.yaml";
    let ids = |names: &[&str]| -> Vec<String> {
        let arguments = [&["errors", rich, "--json"], names].concat();
        let value: Value = serde_json::from_str(&printed(root(), &arguments)).unwrap();
        let operations = value["operations"].as_array().unwrap().iter();
        operations
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(&[]).len(), 4);
    // By id or by method, in the order of the document.
    assert_eq!(ids(&["3dModel", "list-items"]), ["list-items", "3dModel"]);
    assert_eq!(
        ids(&["list_items2", "n3d_model"]),
        ["list_items", "3dModel"]
    );
    assert_eq!(ids(&["get /3d/{item}"]), ["get /3d/{item}"]);
    // By method and path, as settings name them.
    assert_eq!(
        ids(&["POST /items", "GET /3d/{item}"]),
        ["list_items", "get /3d/{item}"]
    );
}

#[test]
fn an_operation_that_is_not_there() {
    let rich = "cli/tests/fixtures/rich.yaml";
    let names = ["list-itms", "3dModel", "pay", "POST /itms"];
    let done = outspoken(root(), &[&["errors", rich], &names[..]].concat());
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(text(&done.stdout), "");
    let said = text(&done.stderr);
    assert!(
        said.ends_with(
            "error: there is no operation `list-itms`: did you mean `list-items`?\n\
             error: there is no operation `pay`\n\
             error: there is no operation `POST /itms`: did you mean `POST /items`?\n"
        ),
        "{said}"
    );
}

#[test]
fn messages_go_beside_the_table() {
    let rich = "cli/tests/fixtures/rich.yaml";
    let done = outspoken(root(), &["errors", rich]);
    assert!(!text(&done.stdout).contains("warning"));
    assert!(text(&done.stderr).contains("warning[no-type]"));

    let denied = outspoken(
        root(),
        &["errors", rich, "--deny-warnings", "--format", "json"],
    );
    assert_eq!(denied.status.code(), Some(1));
    assert_eq!(text(&denied.stdout), "");
    let said = text(&denied.stderr);
    assert!(
        said.lines()
            .all(|line| serde_json::from_str::<Value>(line).is_ok()),
        "{said}"
    );
    assert!(said.contains(r#""severity":"error""#), "{said}");
}

#[test]
fn a_document_without_operations_has_no_errors() {
    let folder = tempfile::tempdir().unwrap();
    let empty = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";
    fs::write(folder.path().join("a.yaml"), empty).unwrap();
    assert_eq!(
        printed(folder.path(), &["errors", "a.yaml"]),
        "There are no operations.\n"
    );
    let json: Value =
        serde_json::from_str(&printed(folder.path(), &["errors", "a.yaml", "--json"])).unwrap();
    assert_eq!(json["operations"], json!([]));
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [
        &["errors"] as &[&str],
        &["errors", "specs/nexvio.yaml", "--wide"],
        &["errors", "specs/nexvio.yaml", "deletePicture"],
    ] {
        let done = outspoken(root(), arguments);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(!done.stderr.is_empty() && done.stdout.is_empty());
    }
    let missing = outspoken(root(), &["errors", "specs/nobody.yaml"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("unreadable-file"));
}
