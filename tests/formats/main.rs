//! The types that stand for formats of text: each choice compiles, and what is sent and read
//! becomes of it what `round-trips.txt` says. `BLESS=1 cargo test` rewrites that.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a helper of a test may fail as loudly as the test"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use outspoken_codegen::{Config, FormatChoice, generate};
use outspoken_tests::{
    bless::Expected,
    cargo::{Crate, Run},
    repo,
};

/// The choices, each a module.
const CHOICES: &[(&str, &[&str])] = &[
    ("usual", &[]),
    (
        "chrono",
        &["date-time=chrono", "date=chrono", "time=chrono"],
    ),
    ("time", &["date-time=time", "date=time", "time=time"]),
    (
        "string",
        &[
            "date-time=string",
            "date=string",
            "time=string",
            "uuid=string",
            "byte=string",
        ],
    ),
    (
        "other",
        &[
            "uri=url",
            "decimal=decimal",
            "duration=jiff",
            "binary=base64",
        ],
    ),
];

const DOCUMENTS: [&str; 3] = ["formats", "format-parameters", "format-defaults"];

#[test]
fn what_is_read_is_written_again() {
    let mut features = BTreeSet::new();
    let mut chosen = String::new();
    let mut files = BTreeMap::new();
    for (choice, types) in CHOICES {
        chosen.push_str(&format!("pub mod {choice};\n"));
        let mut modules = String::new();
        for document in DOCUMENTS {
            let generated = module(document, types);
            modules.push_str(&format!("pub mod {};\n", generated.module));
            features.extend(generated.features);
            for (name, text) in generated.files {
                let file = format!("src/chosen/{choice}/{}/{name}", generated.module);
                files.insert(file, text);
            }
        }
        files.insert(format!("src/chosen/{choice}/mod.rs"), modules);
    }
    files.insert("src/chosen/mod.rs".to_owned(), chosen);
    files.insert(
        "src/main.rs".to_owned(),
        include_str!("program.rs").to_owned(),
    );
    let run = run("formats", &features, &files, &["run", "--quiet"]);
    assert!(run.success, "{}", run.stderr);
    let mut expected = Expected::new(repo::tests().join("formats"), ".txt");
    expected.check("round-trips.txt", &run.stdout);
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}

#[test]
fn a_feature_that_is_off_is_named() {
    let generated = module("formats", &["date-time=chrono"]);
    assert_eq!(generated.features, ["chrono", "jiff", "uuid"]);
    let mut files = BTreeMap::from([(
        "src/main.rs".to_owned(),
        "mod formats;\nfn main() {}\n".to_owned(),
    )]);
    for (name, text) in generated.files {
        files.insert(format!("src/formats/{name}"), text);
    }
    let features = BTreeSet::from(["jiff", "uuid"]);
    let run = run("feature-off", &features, &files, &["check", "--quiet"]);
    let said = "the item is gated behind the `chrono` feature";
    assert!(!run.success && run.stderr.contains(said), "{}", run.stderr);
}

/// The module of a document, with these choices.
fn module(document: &str, types: &[&str]) -> outspoken_codegen::Generated {
    let path = repo::tests().join(format!("fixtures/accept/{document}.yaml"));
    let mut config = Config::new(document);
    config.unused_types = true;
    let types = types
        .iter()
        .map(|choice| choice.parse::<FormatChoice>().unwrap());
    config.format_types = types.collect();
    let generated = generate(&path, document, &config);
    assert!(!generated.diagnostics.has_errors(), "{document}");
    generated
}

/// Runs cargo on a program whose runtime has these features.
fn run(
    name: &str,
    features: &BTreeSet<&str>,
    files: &BTreeMap<String, String>,
    arguments: &[&str],
) -> Run {
    let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("formats");
    let made = Crate::new(tmp.join(name), tmp.join("target")).unwrap();
    let features: Vec<_> = features.iter().collect();
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\nserde_json = \"1\"\n\
         outspoken = {{ path = {:?}, default-features = false, features = {features:?} }}\n",
        repo::root().join("runtime")
    );
    made.write("Cargo.toml", &manifest).unwrap();
    for (path, text) in files {
        made.write(path, text).unwrap();
    }
    made.cargo(arguments).unwrap()
}
