//! What is generated compiles as the code of someone who allows no warning, and its
//! documentation has no dead link and no code that would be run as a test.

use std::{collections::BTreeSet, fs, path::PathBuf};

use outspoken_tests::{
    cargo::{Crate, Run},
    repo,
};

use super::document;

#[test]
fn every_module_compiles_without_a_warning() {
    let made = crate_of_all_documents();
    let check = if made.cargo(&["clippy", "--version"]).unwrap().success {
        "clippy"
    } else {
        // A toolchain may come without clippy; rustc's own lints are always there.
        "check"
    };
    must_succeed(&made.cargo(&[check, "--all-targets", "--quiet"]).unwrap());
    must_succeed(&made.cargo(&["doc", "--no-deps", "--quiet"]).unwrap());
    let doctests = made.cargo(&["test", "--doc", "--quiet"]).unwrap();
    must_succeed(&doctests);
    assert!(
        doctests.stdout.contains("running 0 tests"),
        "words of a document are run as code:\n{}",
        doctests.stdout
    );
}

fn must_succeed(run: &Run) {
    assert!(run.success, "{}", run.stderr);
}

/// One crate with a module for each document.
fn crate_of_all_documents() -> Crate {
    let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let made = Crate::new(tmp.join("compiles"), tmp.join("compiles-target")).unwrap();
    let mut features = BTreeSet::new();
    let mut written = vec![made.folder().join("src/lib.rs")];
    let mut root = "//! A module of each document.\n\
        #![deny(warnings, missing_docs)]\n\n"
        .to_owned();
    for document in document::all() {
        let generated = document.generate();
        let folder = generated.module.trim_start_matches("r#").to_owned();
        root.push_str(&format!("pub mod {};\n", generated.module));
        features.extend(generated.features);
        for (name, text) in generated.files {
            let path = format!("src/{folder}/{name}");
            made.write(&path, &text).unwrap();
            written.push(made.folder().join(path));
        }
    }
    made.write("Cargo.toml", &manifest(&features)).unwrap();
    made.write("src/lib.rs", &root).unwrap();
    for path in repo::files_below(&made.folder().join("src")).unwrap() {
        if !written.contains(&path) {
            fs::remove_file(path).unwrap();
        }
    }
    made
}

/// The lints are those of this workspace: stricter than what most users have. The runtime has no
/// feature but those that the documents are said to need.
fn manifest(features: &BTreeSet<&str>) -> String {
    let workspace = fs::read_to_string(repo::root().join("Cargo.toml")).unwrap();
    let lints = workspace.split("[workspace.lints.").skip(1);
    let lints: String = lints.map(|table| format!("[lints.{table}")).collect();
    let features: Vec<_> = features.iter().collect();
    format!(
        "[package]\nname = \"every-document\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         publish = false\n\n[workspace]\n\n\
         [dependencies]\noutspoken = {{ path = {:?}, default-features = false, \
         features = {features:?} }}\n\n{lints}",
        repo::root().join("runtime")
    )
}
