//! Tests of examples, as text and as they run: a document of `fixtures/examples` each.

use std::path::{Path, PathBuf};

use outspoken_codegen::{Config, Generated};
use outspoken_tests::{
    bless::Expected,
    cargo::{Crate, Run},
    repo,
};

use super::document;

#[test]
fn text_of_tests() {
    let mut expected = Expected::new(repo::tests().join("fixtures/examples"), ".txt");
    for path in documents() {
        let generated = generate(&path);
        let stem = repo::stem(&path);
        let said = document::rendered(&generated);
        if generated.diagnostics.has_errors() {
            expected.fault(format!("{stem} was refused:\n{said}"));
        }
        let files = generated.tests.iter();
        let files = files.map(|(name, text)| format!("---- {name} ----\n{text}\n"));
        expected.check(&format!("{stem}.txt"), &(files.collect::<String>() + &said));
    }
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}

#[test]
fn tests_pass_without_a_warning() {
    let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let made = Crate::new(tmp.join("examples"), tmp.join("compiles-target")).unwrap();
    let mut members = Vec::new();
    for path in documents() {
        let name = name(&path);
        write(&made, &name, &generate(&path));
        members.push(name);
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    made.write("Cargo.toml", &manifest).unwrap();
    let tests = ["--test", "examples", "--quiet"];
    if made.cargo(&["clippy", "--version"]).unwrap().success {
        must_succeed(&made.cargo(&[&["clippy"], &tests[..]].concat()).unwrap());
    }
    must_succeed(&made.cargo(&[&["test"], &tests[..]].concat()).unwrap());
}

/// Writes a package, as it is but for its manifest: it needs no transport, and allows no warning.
fn write(made: &Crate, name: &str, generated: &Generated) {
    let files = generated.files.iter().map(|(file, text)| {
        let file = if file == "mod.rs" { "lib.rs" } else { file };
        (format!("src/{file}"), text)
    });
    let tests = generated.tests.iter();
    let tests = tests.map(|(file, text)| (format!("tests/{file}"), text));
    for (file, text) in files.chain(tests) {
        made.write(&format!("{name}/{file}"), text).unwrap();
    }
    let runtime = repo::root().join("runtime");
    let features = &generated.features;
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\noutspoken = {{ path = {runtime:?}, default-features = false, \
         features = {features:?} }}\n\n\
         [dev-dependencies]\noutspoken = {{ path = {runtime:?}, default-features = false, \
         features = [\"testing\"] }}\n\n\
         [lints.rust]\nwarnings = \"deny\"\nmissing_docs = \"deny\"\n"
    );
    made.write(&format!("{name}/Cargo.toml"), &manifest)
        .unwrap();
}

#[test]
fn nothing_is_read_of_examples_unless_it_is_asked_for() {
    for path in documents() {
        let generated = document::read(&path, &Config::new(name(&path)));
        assert!(generated.tests.is_empty());
        let tested = generate(&path);
        assert_eq!(generated.files, tested.files, "{}", path.display());
    }
}

fn documents() -> Vec<PathBuf> {
    repo::documents(&repo::tests().join("fixtures/examples")).unwrap()
}

fn name(path: &Path) -> String {
    format!("examples-{}", repo::stem(path))
}

fn generate(path: &Path) -> Generated {
    let mut config = Config::new(name(path));
    config.with_tests = true;
    document::read(path, &config)
}

fn must_succeed(run: &Run) {
    assert!(run.success, "{}\n{}", run.stdout, run.stderr);
}
