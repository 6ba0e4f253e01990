//! Examples, as a person asks for them: tests beside a client, and what contradicts its schema.
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
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: It.
          content:
            application/json:
              schema: {type: object, required: [id], properties: {id: {type: integer}}}
              examples:
                good: {value: {id: 7}}
                bad: {value: {id: seven}}
";

fn outspoken(folder: &Path, arguments: &[&str]) -> Output {
    fs::write(folder.join("pets.yaml"), DOCUMENT).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    let command = command.args(arguments).current_dir(folder);
    command.output().unwrap()
}

fn generate(folder: &Path, more: &[&str]) -> Output {
    let usual = [
        "generate",
        "pets.yaml",
        "--out",
        "client",
        "--name",
        "pets-client",
    ];
    outspoken(folder, &[&usual, more].concat())
}

#[test]
fn tests_are_written_where_they_are_asked_for_and_removed_where_not() {
    let folder = tempfile::tempdir().unwrap();
    let read = |file: &str| fs::read_to_string(folder.path().join("client").join(file));
    let run = generate(folder.path(), &["--with-tests"]);
    assert!(run.status.success());
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("warning[faulty-example]"), "{said}");
    let tests = read("tests/examples.rs").unwrap();
    assert!(tests.contains("get_pet_200_good: output("), "{tests}");
    let ignored = "#[ignore = \"the example is text, and a whole number by its schema: pets.yaml#";
    assert!(tests.contains(ignored), "{tests}");
    assert_eq!(read("tests/examples.jsonl").unwrap().lines().count(), 2);
    assert!(
        read("Cargo.toml")
            .unwrap()
            .contains("features = [\"testing\"]")
    );

    let run = generate(folder.path(), &[]);
    assert!(run.status.success() && run.stderr.is_empty());
    assert!(read("tests/examples.rs").is_err());
    assert!(!read("Cargo.toml").unwrap().contains("testing"));
}

#[test]
fn examples_are_checked_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let check = |more: &[&str]| outspoken(folder.path(), &[&["check", "pets.yaml"], more].concat());
    assert!(check(&[]).stderr.is_empty());
    let said = String::from_utf8(check(&["--examples"]).stderr).unwrap();
    assert!(said.contains("pets.yaml:17:35"), "{said}");
    assert!(said.contains("its schema"), "{said}");
    let denied = check(&["--examples", "--deny-warnings"]);
    assert_eq!(denied.status.code(), Some(1));
}
