//! `--report` of `generate` and `check`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{documents, expect, outspoken, printed, root, stem, text};

const RICH: &str = "cli/tests/fixtures/rich.yaml";

/// A folder with a copy of the rich document.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root().join(RICH), folder.path().join("shop.yaml")).unwrap();
    folder
}

fn generate(folder: &Path, more: &[&str]) -> Output {
    let arguments = [
        "generate",
        "shop.yaml",
        "--out",
        "client",
        "--name",
        "the-shop",
    ];
    outspoken(folder, &[&arguments, more].concat())
}

fn read(path: PathBuf) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn list<'v>(report: &'v Value, key: &str) -> &'v [Value] {
    report[key].as_array().unwrap()
}

#[test]
fn reports_for_programs() {
    for document in documents("cli/tests/fixtures") {
        let arguments = ["check", document.to_str().unwrap(), "--report", "-"];
        let report = printed(root(), &arguments);
        expect(
            &format!("report/{}.json", stem(&document)),
            &without_lines(&report),
        );
    }
}

/// A report without numbers of lines, which every change of generated text changes: there is
/// another test for them.
fn without_lines(report: &str) -> String {
    let mut parts = report.split("\"lines\":");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        out.push_str("\"lines\":0");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    out
}

#[test]
fn every_entry_stands_where_it_says() {
    let source = fs::read_to_string(root().join(RICH)).unwrap();
    let lines: Vec<Vec<char>> = source.lines().map(|line| line.chars().collect()).collect();
    let report = |more: &[&str]| -> Value {
        let check = ["check", RICH, "--report", "-"];
        serde_json::from_str(&printed(root(), &[&check, more].concat())).unwrap()
    };
    let (report, used) = (report(&["--unused-types"]), report(&[]));
    let at = |entry: &Value| -> String {
        assert_eq!(entry["file"], RICH);
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let (line, end) = (number(&entry["line"]), &entry["end"]);
        assert_eq!(number(&end["line"]), line, "{entry}");
        let columns = number(&entry["column"]) - 1..number(&end["column"]) - 1;
        lines[line - 1][columns].iter().collect()
    };
    let mut seen = 0;
    for (key, report) in [
        ("operations", &report),
        ("types", &report),
        ("unused_types", &used),
        ("untyped", &report),
        ("changed_names", &report),
        ("diagnostics", &report),
    ] {
        let entries = list(report, key);
        assert!(entries.len() > 3, "{key} has few cases");
        for entry in entries {
            seen += 1;
            let pointer = entry["pointer"].as_str().unwrap();
            let last = pointer.rsplit('/').next().unwrap().replace("~1", "/");
            let marked = at(entry).trim_matches(['"', '\'']).to_owned();
            // An element of a list has no key: it is shown itself.
            let is_element = last.parse::<usize>().is_ok()
                && (marked == "10" || marked.starts_with("{title: fault, "));
            let is_name = entry["document_name"] == *marked || marked == r"bell\a";
            assert!(
                marked == last || is_name || is_element,
                "{entry} is not {marked}"
            );
        }
    }
    assert!(seen > 40);
}

#[test]
fn every_name_is_in_the_client() {
    let folder = folder();
    let done = generate(folder.path(), &["--report", "report.json"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let report = read(folder.path().join("report.json"));
    assert_eq!(report["module"], "the_shop");
    assert_eq!(report["generated"], true);
    let file =
        |name: &str| fs::read_to_string(folder.path().join("client/src").join(name)).unwrap();
    let (client, operations) = (file("client.rs"), file("operations.rs"));
    let (types, errors) = (file("types.rs"), file("errors.rs"));
    let has = |text: &str, what: String| assert!(text.contains(&what), "no {what}");
    let name = |value: &Value| {
        value
            .as_str()
            .unwrap()
            .rsplit("::")
            .next()
            .unwrap()
            .to_owned()
    };
    for one in list(&report, "operations") {
        let method = name(&one["client_method"]);
        has(&operations, format!("pub fn {method}("));
        has(&operations, format!("pub struct {}(", name(&one["struct"])));
        has(&errors, format!(" {} for {method} ", name(&one["error"])));
        let output = one["output"].as_str().unwrap();
        has(&operations, format!(") -> Result<{output}, errors::"));
        has(&operations, format!("{:?}", one["id"].as_str().unwrap()));
    }
    for one in list(&report, "types") {
        let name = name(&one["name"]);
        // An enum says which variant keeps other values, and another name which type it is of.
        let forms = ["{", "else ", "= "].map(|after| format!(" {name} {after}"));
        assert!(forms.iter().any(|form| types.contains(form)), "no {name}");
    }
    let all = [client, operations, types, errors].concat();
    for one in list(&report, "changed_names") {
        has(&all, name(&one["rust_name"]));
    }
}

#[test]
fn counts_are_those_of_the_lists_and_of_the_summary() {
    let folder = folder();
    let done = generate(folder.path(), &["--report", "report.json"]);
    let report = read(folder.path().join("report.json"));
    let counts = &report["counts"];
    for key in [
        "operations",
        "types",
        "unused_types",
        "files",
        "untyped",
        "changed_names",
    ] {
        assert_eq!(counts[key], list(&report, key).len(), "{key}");
    }
    assert_eq!(counts["warnings"], list(&report, "diagnostics").len());
    let mut total = 0;
    for file in list(&report, "files") {
        let path = folder
            .path()
            .join("client")
            .join(file["path"].as_str().unwrap());
        let lines = fs::read_to_string(path).unwrap().lines().count();
        assert_eq!(file["lines"], lines, "{file}");
        total += lines;
    }
    assert_eq!(counts["lines"], total);
    let count = |key: &str| counts[key].as_u64().unwrap();
    assert_eq!(
        text(&done.stdout),
        format!(
            "client: operations: {}, types: {} (and {} that nothing uses left out: --unused-types), \
             lines: {total}, files changed: 7, places without a type: {}, changed names: {}; {} \
             warnings\n",
            count("operations"),
            count("types"),
            count("unused_types"),
            count("untyped"),
            count("changed_names"),
            count("warnings"),
        )
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let folders = [folder(), folder()];
    let [one, other] = folders.each_ref().map(|folder| {
        generate(folder.path(), &["--report", "a/report.json"]);
        // What is on disk by now changes nothing.
        generate(folder.path(), &["--check", "--report", "b/report.json"]);
        let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
        assert_eq!(read("a/report.json"), read("b/report.json"));
        read("a/report.json")
    });
    assert_eq!(one, other);
}

#[test]
fn a_printed_report_stands_alone() {
    let folder = folder();
    let done = generate(folder.path(), &["--report", "-"]);
    assert!(serde_json::from_slice::<Value>(&done.stdout).is_ok());
    assert!(text(&done.stderr).contains("client: operations: 4"));
    let check = generate(folder.path(), &["--check", "--report", "-"]);
    assert_eq!(
        (check.status.code(), &check.stdout),
        (Some(0), &done.stdout)
    );
    assert!(text(&check.stderr).ends_with("up to date\n"));
}

#[test]
fn a_reader_that_has_had_enough_still_gets_a_client() {
    let folder = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    command
        .args(["generate", "shop.yaml", "--out", "client"])
        .args(["--name", "the-shop", "--report", "-"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(folder.path().join("client/src/lib.rs").is_file());
}

#[test]
fn a_document_at_fault_is_reported_too() {
    let folder = folder();
    let path = folder.path().join("shop.yaml");
    let faulty = fs::read_to_string(&path)
        .unwrap()
        .replace("type: boolean", "type: boolan");
    fs::write(&path, faulty).unwrap();
    for done in [
        generate(folder.path(), &["--report", "r.json"]),
        outspoken(folder.path(), &["check", "shop.yaml", "--report", "r.json"]),
    ] {
        assert_eq!(done.status.code(), Some(1));
        let report = read(folder.path().join("r.json"));
        assert_eq!(report["generated"], false);
        assert_eq!(report["counts"]["errors"], 1);
        assert_eq!(
            (&report["counts"]["lines"], &report["files"]),
            (&json!(0), &json!([]))
        );
        let errors: Vec<_> = list(&report, "diagnostics")
            .iter()
            .filter(|one| one["severity"] == "error")
            .map(|one| (one["code"].as_str().unwrap(), one["line"].as_u64().unwrap()))
            .collect();
        assert_eq!(errors, [("invalid-object", 21)]);
    }
    fs::write(&path, "{").unwrap();
    outspoken(folder.path(), &["check", "shop.yaml", "--report", "r.json"]);
    let report = read(folder.path().join("r.json"));
    assert_eq!(report["counts"]["errors"], 1);
    assert_eq!(report["operations"], json!([]));
    assert!(!folder.path().join("client").exists());
}

#[test]
fn other_files_have_their_places_too() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "api.yaml",
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: b.yaml}}\n",
    );
    let b = "get:\n  operationId: type\n  responses: {'200': {description: D., content: \
             {application/json: {schema: {}}}}}\n";
    write("b.yaml", b);
    let report = printed(folder.path(), &["check", "api.yaml", "--report", "-"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    for key in ["operations", "untyped", "changed_names", "diagnostics"] {
        let files: Vec<_> = list(&report, key).iter().map(|one| &one["file"]).collect();
        assert_eq!(files, ["b.yaml"], "{key}");
        assert!(report[key][0]["line"].is_u64(), "{key}");
    }
    let done = outspoken(folder.path(), &["check", "api.yaml", "--report", "b.yaml"]);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("b.yaml")).unwrap(), b);
}

#[test]
fn a_report_that_cannot_be_written_ends_with_2() {
    let folder = folder();
    fs::create_dir(folder.path().join("taken")).unwrap();
    let before = fs::read(folder.path().join("shop.yaml")).unwrap();
    // A folder, something below a file, and the document itself, whatever it is called.
    for target in [
        "taken",
        "shop.yaml/r.json",
        "shop.yaml",
        "./taken/../shop.yaml",
    ] {
        for done in [
            generate(folder.path(), &["--report", target]),
            outspoken(folder.path(), &["check", "shop.yaml", "--report", target]),
        ] {
            assert_eq!(done.status.code(), Some(2), "{target}");
            let said = text(&done.stderr);
            let expected = format!("error: cannot write the report to `{target}`: ");
            assert!(said.contains(&expected), "{said}");
            assert_eq!(text(&done.stdout), "");
        }
    }
    assert_eq!(fs::read(folder.path().join("shop.yaml")).unwrap(), before);
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["shop.yaml", "taken"]);
    let empty = outspoken(folder.path(), &["check", "shop.yaml", "--report", ""]);
    assert_eq!(empty.status.code(), Some(2));
}
