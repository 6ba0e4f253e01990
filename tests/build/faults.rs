//! A faulty document fails the build, and the build says what to mend and where.

use super::scratch::{Scratch, document};

#[test]
fn a_faulty_document_is_shown_and_mended() {
    let scratch = Scratch::new("faulty", "");
    let good = document("thing");
    let faulty = good.replace("schemas/thing-answer", "schemas/thing-anwser");
    scratch.write("specs/bad.yaml", &faulty);
    scratch.write("specs/worse.yaml", "openapi: 3.0.3\npaths: [\n");
    scratch.write("specs/good.yaml", &document("fine"));
    let shown = scratch.build(&[]).refused();
    let parts = [
        // What it is, where it is, the line itself with a mark below, and what to write.
        "error[unresolved-ref]: `#/components/schemas/thing-anwser` leads nowhere",
        "--> specs/bad.yaml:10:55",
        "content: {application/json: {schema: {$ref: '#/components/schemas/thing-anwser'}}}",
        "^^^^^^^^^^^",
        "= help: did you mean `#/components/schemas/thing-answer`?",
        "no client can be generated from specs/bad.yaml: 1 error",
        // The faults of all documents at once.
        "error[invalid-syntax]",
        "--> specs/worse.yaml:",
        "no client can be generated from specs/worse.yaml: 1 error",
    ];
    for part in parts {
        assert!(shown.contains(part), "no `{part}` in:\n{shown}");
    }
    assert!(!shown.contains("no client can be generated from specs/good.yaml"));

    // Line by line what the library, and so the command line, says of them.
    let lines = shown.lines();
    let lines: Vec<_> = lines
        .filter_map(|line| line.strip_prefix("error: faulty@0.0.0: "))
        .collect();
    let said: String = ["specs/bad.yaml", "specs/worse.yaml"]
        .map(|name| scratch.said_of(name))
        .concat();
    assert_eq!(lines, said.lines().collect::<Vec<_>>(), "{shown}");

    // A build that is tried again fails in the same words.
    assert!(
        scratch
            .build(&[])
            .refused()
            .contains("specs/bad.yaml:10:55")
    );

    scratch.write("specs/bad.yaml", &good);
    scratch.remove("specs/worse.yaml");
    assert_eq!(scratch.build(&[]).ok().modules(), ["bad", "good"]);
}

#[test]
fn warnings_are_shown_and_fail_nothing() {
    let scratch = Scratch::new("warned", "");
    let odd = document("thing").replace("    get:\n", "    gets: {}\n    get:\n");
    scratch.write("specs/odd.yaml", &odd);
    let build = scratch.build(&[]).ok();
    let shown = &build.run.stderr;
    for part in [
        "warning[ignored]: `gets`",
        "specs/odd.yaml:5:5",
        "did you mean `get`?",
    ] {
        assert!(shown.contains(part), "no `{part}` in:\n{shown}");
    }
    assert_eq!(build.modules(), ["odd"]);
}

#[test]
fn a_missing_folder_is_named() {
    let scratch = Scratch::new("folderless", "");
    scratch.write(
        "build.rs",
        "fn main() -> Result<(), outspoken_codegen::BuildFailed> {\n    \
         outspoken_codegen::Build::new().specs_dir(\"nowhere\").emit()\n}\n",
    );
    let shown = scratch.build(&[]).refused();
    assert!(
        shown.contains("cannot read the folder `nowhere`"),
        "{shown}"
    );
}
