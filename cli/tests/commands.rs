//! The commands as a person types them: what they print, what they write, and how they end.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot run its command has failed"
)]

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
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
        '404': {description: There is no such pet.}
";

fn outspoken(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn generate(folder: &Path, more: &[&str]) -> Output {
    let arguments = [
        "generate",
        "pets.yaml",
        "--out",
        "client",
        "--name",
        "pets-client",
    ];
    outspoken(folder, &[&arguments, more].concat())
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pets.yaml"), DOCUMENT).unwrap();
    folder
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_package_is_written_once_and_then_up_to_date() {
    let folder = folder();
    assert_eq!(generate(folder.path(), &["--check"]).status.code(), Some(1));
    let first = generate(folder.path(), &[]);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    assert!(
        text(&first.stdout).contains("operations: 1"),
        "{}",
        text(&first.stdout)
    );
    for file in ["Cargo.toml", "README.md", "src/lib.rs", "src/operations.rs"] {
        assert!(folder.path().join("client").join(file).is_file(), "{file}");
    }
    let again = generate(folder.path(), &[]);
    assert!(text(&again.stdout).contains("files changed: 0"));
    let check = generate(folder.path(), &["--check"]);
    assert_eq!(
        (check.status.code(), text(&check.stdout)),
        (Some(0), "up to date\n".to_owned())
    );
}

#[test]
fn a_selection_holds_for_every_command() {
    let folder = folder();
    let left_out = ["--exclude", "id:deletePet"];
    let done = generate(folder.path(), &left_out);
    assert!(
        text(&done.stdout).contains("operations: 0"),
        "{}",
        text(&done.stdout)
    );
    for command in ["check", "errors"] {
        let done = outspoken(
            folder.path(),
            &[&[command, "pets.yaml"], &left_out[..]].concat(),
        );
        assert_eq!(done.status.code(), Some(0));
        assert!(!text(&done.stdout).contains("deletePet"));
        let done = outspoken(folder.path(), &[command, "pets.yaml", "--include", "pets"]);
        assert_eq!(done.status.code(), Some(2));
        assert!(text(&done.stderr).contains("write `tag:pets`"));
        let slip = [
            command,
            "pets.yaml",
            "--include",
            "id:deltePet",
            "--deny-warnings",
        ];
        let done = outspoken(folder.path(), &slip);
        assert_eq!(done.status.code(), Some(1));
        let said = text(&done.stderr);
        assert!(
            said.starts_with("error[empty-selection]") && said.contains("`id:deletePet`"),
            "{said}"
        );
    }
}

#[test]
fn settings_come_from_a_file_and_then_from_arguments() {
    let folder = folder();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "outspoken.toml",
        "name = 'pets-of-file'\nexclude = ['id:delete*']\n",
    );
    write(
        "other.toml",
        "[documents.pets]\ndeny-warnings = true\nexclude = ['/nowhere']\n",
    );
    let done = outspoken(folder.path(), &["generate", "pets.yaml", "--out", "client"]);
    assert!(
        text(&done.stdout).contains("operations: 0"),
        "{}",
        text(&done.stderr)
    );
    let manifest = fs::read_to_string(folder.path().join("client/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"pets-of-file\""));
    let done = generate(
        folder.path(),
        &["--exclude", "PUT /**", "--check", "--force"],
    );
    assert_eq!(done.status.code(), Some(2));
    let done = generate(folder.path(), &["--exclude", "PUT /**"]);
    assert!(
        text(&done.stdout).contains("operations: 1"),
        "{}",
        text(&done.stderr)
    );
    let done = generate(folder.path(), &["--config", "other.toml"]);
    assert_eq!(done.status.code(), Some(1));
    let said = text(&done.stderr);
    assert!(
        said.contains("error[empty-selection]") && said.contains("other.toml:3:12"),
        "{said}"
    );
    let config = [
        "config",
        "pets.yaml",
        "--config",
        "other.toml",
        "--include",
        "tag:a",
    ];
    let shown = text(&outspoken(folder.path(), &config).stdout);
    for line in [
        "name = \"pets\"",
        "# default",
        "deny-warnings = true",
        "# other.toml:2",
        "# argument",
    ] {
        assert!(shown.contains(line), "{shown}");
    }
    write("outspoken.toml", "nam = 'x'\n");
    for command in ["check", "errors", "config"] {
        let done = outspoken(folder.path(), &[command, "pets.yaml"]);
        assert_eq!(done.status.code(), Some(1), "{command}");
        let said = text(&done.stderr);
        assert!(
            said.contains("outspoken.toml:1:1") && said.contains("did you mean `name`?"),
            "{said}"
        );
    }
}

#[test]
fn a_crate_is_called_after_its_document() {
    let folder = folder();
    let done = outspoken(folder.path(), &["generate", "pets.yaml", "--out", "client"]);
    assert!(done.status.success(), "{}", text(&done.stderr));
    let manifest = fs::read_to_string(folder.path().join("client/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"pets\""), "{manifest}");
}

#[test]
fn a_crate_that_cannot_be_called_after_its_document_is_told() {
    let folder = folder();
    for file in ["pets.v2.yaml", "outspoken.yaml"] {
        fs::write(folder.path().join(file), DOCUMENT).unwrap();
        let done = outspoken(folder.path(), &["generate", file, "--out", "client"]);
        assert_eq!(done.status.code(), Some(2), "{file}");
        assert!(text(&done.stderr).contains("--name NAME"), "{file}");
        assert!(!folder.path().join("client").exists(), "{file}");
    }
}

#[test]
fn a_crate_cannot_be_called_as_the_runtime() {
    let folder = folder();
    let own = ["generate", "pets.yaml", "--out", "client"];
    let done = outspoken(
        folder.path(),
        &[&own[..], &["--name", "outspoken"]].concat(),
    );
    assert_eq!(done.status.code(), Some(2));
    let said = text(&done.stderr);
    assert!(said.contains("is the name of the runtime"), "{said}");
    fs::write(folder.path().join("outspoken.toml"), "name = 'outspoken'").unwrap();
    let done = outspoken(folder.path(), &own);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(text(&done.stderr), said);
}

#[test]
fn a_large_crate_has_a_feature_for_each_tag() {
    let folder = folder();
    let operation = |number: usize| {
        let tag = ["code scanning", "pets"][number % 2];
        format!(
            "  /{number}: {{get: {{operationId: get{number}, tags: [{tag}], \
             responses: {{'204': {{description: Done.}}}}}}}}\n"
        )
    };
    let paths: String = (0..42).map(operation).collect();
    let head = "openapi: 3.0.3\ninfo: {title: Pets API, version: '1'}\npaths:\n";
    fs::write(folder.path().join("pets.yaml"), format!("{head}{paths}")).unwrap();
    let manifest = || {
        let done = generate(folder.path(), &[]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        fs::read_to_string(folder.path().join("client/Cargo.toml")).unwrap()
    };
    let features = "[features]\ndefault = [\n    \"code-scanning\",\n    \"pets\",\n]\n\
                    code-scanning = []\npets = []\n";
    assert!(manifest().ends_with(features), "{}", manifest());
    let root = fs::read_to_string(folder.path().join("client/src/operations.rs")).unwrap();
    assert!(
        root.contains("#[cfg(feature = \"code-scanning\")]\nmod code_scanning;"),
        "{root}"
    );
    fs::write(
        folder.path().join("outspoken.toml"),
        "tag-features = false\n",
    )
    .unwrap();
    assert!(!manifest().contains("[features]"));
}

#[test]
fn an_edited_file_is_named_and_kept() {
    let folder = folder();
    generate(folder.path(), &[]);
    let file = folder.path().join("client/src/lib.rs");
    fs::write(&file, "// mine").unwrap();
    let refused = generate(folder.path(), &[]);
    assert_eq!(refused.status.code(), Some(1));
    let said = text(&refused.stderr);
    assert!(said.starts_with("error[output-conflict]: ") && said.contains("src/lib.rs"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "// mine");
    assert_eq!(generate(folder.path(), &["--force"]).status.code(), Some(0));
    assert_ne!(fs::read_to_string(&file).unwrap(), "// mine");
}

#[test]
fn a_document_at_fault_ends_with_1_and_writes_nothing() {
    let folder = folder();
    let faulty = DOCUMENT.replace("type: string", "type: strin");
    fs::write(folder.path().join("pets.yaml"), faulty).unwrap();
    for done in [
        generate(folder.path(), &[]),
        outspoken(folder.path(), &["check", "pets.yaml"]),
    ] {
        assert_eq!(done.status.code(), Some(1));
        let said = text(&done.stderr);
        assert!(
            said.contains("pets.yaml:8:72") && said.contains("did you mean `string`?"),
            "{said}"
        );
    }
    assert!(!folder.path().join("client").exists());
}

#[test]
fn a_missing_document_is_named_with_the_nearest() {
    let folder = folder();
    let done = outspoken(folder.path(), &["check", "pet.yaml"]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(
        text(&done.stderr),
        "error[unreadable-file]: there is no file `pet.yaml`\n\
         --> pet.yaml\n \
         = help: did you mean `pets.yaml`, in the same folder?\n\n\
         error: no client can be generated from pet.yaml: 1 error\n\n"
    );
    let done = outspoken(folder.path(), &["check", "."]);
    let said = text(&done.stderr);
    assert!(
        said.contains("did you mean `pets.yaml`, which is in it?"),
        "{said}"
    );
}

#[test]
fn messages_for_programs_are_an_object_a_line() {
    let folder = folder();
    let faulty = DOCUMENT.replace("type: string", "type: strin");
    fs::write(folder.path().join("pets.yaml"), faulty).unwrap();
    let done = outspoken(folder.path(), &["check", "pets.yaml", "--format", "json"]);
    assert_eq!(done.status.code(), Some(1));
    let said = text(&done.stderr);
    assert!(
        said.lines()
            .all(|line| line.starts_with('{') && line.ends_with('}')),
        "{said}"
    );
    assert!(
        said.contains(r#""code":"invalid-object""#) && said.contains(r#""line":8"#),
        "{said}"
    );
}

#[test]
fn types_of_formats_are_chosen_and_bring_their_features() {
    let folder = folder();
    let dated = DOCUMENT.replace("type: string", "type: string, format: date");
    fs::write(folder.path().join("pets.yaml"), dated).unwrap();
    let file = |name: &str| fs::read_to_string(folder.path().join("client").join(name)).unwrap();
    for (choices, feature, ty) in [
        (&[][..], "\"jiff\", ", ": outspoken::jiff::civil::Date"),
        (
            &["date=chrono"],
            "\"chrono\", ",
            ": outspoken::chrono::NaiveDate",
        ),
        (&["date=chrono", "date=string"], "", " as String"),
    ] {
        let flags = choices.iter().flat_map(|choice| ["--format-type", choice]);
        let done = generate(folder.path(), &flags.collect::<Vec<_>>());
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        let features = format!("default-features = false, features = [{feature}\"reqwest\"] }}");
        assert!(
            file("Cargo.toml").contains(&features),
            "{}",
            file("Cargo.toml")
        );
        let argument = format!("id{ty} = path(\"id\")");
        assert!(file("src/operations.rs").contains(&argument), "{argument}");
    }
}

#[test]
fn a_slip_of_the_pen_gets_a_suggestion() {
    let folder = folder();
    for (choice, suggestion) in [
        (
            "date-tim=jiff",
            "`date-tim` is no format: did you mean `date-time`?",
        ),
        (
            "date=chrno",
            "`chrno` cannot stand for `date`: did you mean `chrono`?",
        ),
    ] {
        let done = generate(folder.path(), &["--format-type", choice]);
        assert_eq!(done.status.code(), Some(2));
        assert!(
            text(&done.stderr).contains(suggestion),
            "{}",
            text(&done.stderr)
        );
    }
    assert!(!folder.path().join("client").exists());
}

#[test]
fn colour_is_not_written_into_files_unless_forced() {
    let folder = folder();
    fs::write(
        folder.path().join("pets.yaml"),
        "openapi: 3.0.3\npaths: []\n",
    )
    .unwrap();
    let said = |variable: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
        command
            .args(["check", "pets.yaml"])
            .current_dir(folder.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env(variable, "1");
        text(&command.output().unwrap().stderr)
    };
    let plain = said("NO_COLOR");
    assert!(plain.contains("pets.yaml:2:8") && !plain.contains('\u{1b}'));
    assert!(said("CLICOLOR_FORCE").contains('\u{1b}'));
}

#[test]
fn wrong_usage_ends_with_2() {
    let folder = folder();
    let wrong: [&[&str]; 8] = [
        &[],
        &["generate", "pets.yaml"],
        &["generate", "pets.yaml", "--out", "x", "--name", "../x"],
        &["explain", "unresolved-rf"],
        &["check", "pets.yaml", "--loud"],
        &["check", "pets.yaml", "--format-type", "uuid"],
        &["check", "pets.yaml", "--format-type", "uid=string"],
        &["check", "pets.yaml", "--format-type", "uuid=chrono"],
    ];
    for arguments in wrong {
        let done = outspoken(folder.path(), arguments);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(!done.stderr.is_empty());
    }
}

#[test]
fn a_reader_that_has_had_enough_is_no_fault() {
    let folder = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    command
        .args(["explain", "ref-cycle"])
        .current_dir(folder.path());
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn bodies_of_which_the_document_says_nothing_can_be_required() {
    let folder = folder();
    let operation = |id: &str, required: &str| {
        format!(
            "  /{id}:\n    post:\n      operationId: {id}\n      requestBody: {{{required}content: {{text/plain: {{}}}}}}\n      responses: {{'204': {{description: Done.}}}}\n"
        )
    };
    let document = [
        DOCUMENT,
        &operation("a", ""),
        &operation("b", "required: false, "),
    ]
    .concat();
    fs::write(folder.path().join("pets.yaml"), document).unwrap();
    for (flags, a, b) in [
        (&[] as &[&str], "pub fn a()", "pub fn b()"),
        (&["--require-bodies"], "pub fn a(body", "pub fn b()"),
    ] {
        assert!(generate(folder.path(), flags).status.success());
        let file = folder.path().join("client/src/operations.rs");
        let text = fs::read_to_string(file).unwrap();
        assert!(text.contains(a) && text.contains(b), "{text}");
    }
}
