//! Overlays as a person names them on the command line.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot run its command has failed"
)]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const DOCUMENT: &str = "openapi: 3.0.3
info: {title: Pets API, version: '1'}
servers: [{url: 'https://pets.example.com'}]
paths:
  /pets/{id}:
    delete:
      operationId: deletePet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '204': {description: Gone.}
";

fn overlay(action: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{title: x, version: '1'}}\nactions:\n  - {action}\n")
}

const ERRORS: &str =
    "{target: $.paths.*.delete, update: {x-outspoken: {errors: {NoSuchPet: {status: 404}}}}}";

fn outspoken(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pets.yaml"), DOCUMENT).unwrap();
    let more = "{target: $.paths.*.delete.responses, update: {429: {description: Slower.}}}";
    let late = "{target: $.paths.*.delete.responses['429'], update: {description: Much slower.}}";
    let nothing = "{target: $.paths.*.put, remove: true}";
    for (name, action) in [
        ("errors", ERRORS),
        ("more", more),
        ("late", &late.replace("$.", "\"$.").replace("'],", "']\",")),
        ("nothing", nothing),
    ] {
        let name = format!("{name}.overlay.yaml");
        fs::write(folder.path().join(name), overlay(action)).unwrap();
    }
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Standard output and error, and how it ended.
fn run(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let done = outspoken(folder, arguments);
    (text(&done.stdout), text(&done.stderr), done.status.code())
}

#[test]
fn overlays_hold_for_every_command_in_their_order() {
    let folder = folder();
    let folder = folder.path();
    let overlays = [
        "--overlay",
        "errors.overlay.yaml",
        "--overlay",
        "more.overlay.yaml",
        "--overlay",
        "late.overlay.yaml",
    ];
    let with = |command: &[&str]| run(folder, &[command, &overlays[..]].concat());
    let (shown, said, code) = with(&["errors", "pets.yaml"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(
        shown.contains("NoSuchPet") && shown.contains("TooManyRequests"),
        "{shown}"
    );
    let (_, said, code) = with(&["check", "pets.yaml"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let (shown, said, code) = with(&["overlay", "pets.yaml"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(
        shown.contains("\"Much slower.\"") && shown.contains("\"x-outspoken\""),
        "{shown}"
    );
    let (_, said, code) = with(&["generate", "pets.yaml", "--out", "client", "--name", "pets"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let errors = fs::read_to_string(folder.join("client/src/errors.rs")).unwrap();
    assert!(errors.contains("NoSuchPet"), "{errors}");
    let (shown, _, _) = with(&["config", "pets.yaml"]);
    let line = "overlays = [\"errors.overlay.yaml\", \"more.overlay.yaml\", \"late.overlay.yaml\"]";
    assert!(
        shown.contains(line) && shown.contains("# argument"),
        "{shown}"
    );

    // In another order the last one finds nothing.
    let (_, said, code) = run(
        folder,
        &[
            "check",
            "pets.yaml",
            "--overlay",
            "late.overlay.yaml",
            "--overlay",
            "more.overlay.yaml",
        ],
    );
    assert_eq!(code, Some(0));
    assert!(said.contains("warning[unused-action]"), "{said}");
    assert!(said.contains("late.overlay.yaml:4:14"), "{said}");
}

#[test]
fn a_target_that_selects_nothing_is_an_error_where_warnings_are() {
    let folder = folder();
    let overlay = ["--overlay", "nothing.overlay.yaml"];
    for (command, denied) in [("check", false), ("check", true), ("overlay", true)] {
        let more: &[&str] = if denied { &["--deny-warnings"] } else { &[] };
        let arguments = [&[command, "pets.yaml"][..], &overlay, more].concat();
        let (_, said, code) = run(folder.path(), &arguments);
        assert_eq!(code, Some(i32::from(denied)), "{said}");
        let severity = if denied { "error" } else { "warning" };
        assert!(
            said.contains(&format!("{severity}[unused-action]")),
            "{said}"
        );
    }
}

#[test]
fn arguments_go_before_the_file_of_settings() {
    let folder = folder();
    let settings = "[documents.pets]\noverlays = ['nothing.overlay.yaml']\n";
    fs::write(folder.path().join("outspoken.toml"), settings).unwrap();
    let (_, said, code) = run(folder.path(), &["check", "pets.yaml"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("nothing.overlay.yaml:4:14"), "{said}");
    let (_, said, _) = run(
        folder.path(),
        &["check", "pets.yaml", "--overlay", "errors.overlay.yaml"],
    );
    assert_eq!(said, "");
}

#[test]
fn faults_are_told_where_they_are_to_people_and_programs() {
    let folder = folder();
    let folder = folder.path();
    let faulty = overlay("{target: $.info, update: {title: {}}}");
    fs::write(folder.join("faulty.yaml"), faulty).unwrap();
    let arguments = ["check", "pets.yaml", "--overlay", "faulty.yaml"];
    let (_, said, code) = run(folder, &arguments);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("faulty.yaml:4:38") && said.contains("pets.yaml:2:15"),
        "{said}"
    );
    let (_, said, _) = run(folder, &[&arguments[..], &["--format", "json"]].concat());
    assert!(said.contains("\"file\":\"faulty.yaml\""), "{said}");

    let (_, said, code) = run(
        folder,
        &["check", "pets.yaml", "--overlay", "eror.overlay.yaml"],
    );
    assert_eq!(code, Some(1));
    assert!(
        said.contains("there is no file `eror.overlay.yaml`"),
        "{said}"
    );
    let (_, said, code) = run(folder, &["check", "errors.overlay.yaml"]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("--overlay errors.overlay.yaml") || said.contains("--overlay"),
        "{said}"
    );
    let (_, said, code) = run(folder, &["check", "pets.yaml", "--overlay", "pets.yaml"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("this is no overlay"), "{said}");
}

#[test]
fn a_report_says_where_things_come_from() {
    let folder = folder();
    let folder = folder.path();
    let added = "{target: $.paths, update: {/cats: {get: {operationId: listCats, responses: {}}}}}";
    fs::write(folder.join("added.yaml"), overlay(added)).unwrap();
    let arguments = [
        "check",
        "pets.yaml",
        "--overlay",
        "added.yaml",
        "--report",
        "-",
    ];
    let (shown, said, code) = run(folder, &arguments);
    assert_eq!(code, Some(0), "{said}");
    let report: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let place = |at: &str| report.pointer(at).cloned().unwrap_or_default();
    assert_eq!(place("/operations/0/file"), "pets.yaml");
    assert_eq!(place("/operations/1/file"), "added.yaml");
    assert_eq!(place("/operations/1/line"), 4);
}
