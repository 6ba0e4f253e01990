//! What compiles for a user, without a single warning, and what must not compile.
//!
//! A case is added by dropping a file into `pass` or `fail`; `TRYBUILD=overwrite cargo test`
//! rewrites what the compiler says of those that fail.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a helper of a test may fail as loudly as the test"
)]

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use outspoken_codegen::{Config, generate};
use outspoken_tests::repo;

/// The compiler whose words stand beside the cases that fail. Another one words them in another
/// way, so with any other those cases are not compared.
const WORDS_OF: &str = "rustc 1.95";

#[test]
fn programs() {
    write_modules(&repo::tests().join("ui/specs"));
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    if compiler().starts_with(WORDS_OF) {
        cases.compile_fail("ui/fail/*.rs");
    } else {
        eprintln!("ui/fail was left out: its words are those of {WORDS_OF}");
    }
}

/// Generates a module of each document, for cases that have an API of their own.
///
/// They lie as what build scripts write does, so that what the compiler says of them is the same on
/// every machine: `trybuild` shows such a place as `$OUT_DIR[specs]`.
fn write_modules(specs: &Path) {
    let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let out = tmp.join("specs-0000000000000000/out");
    let mut root = String::new();
    for path in repo::documents(specs).unwrap() {
        let mut config = Config::new(repo::stem(&path));
        config.unused_types = true;
        let generated = generate(&path, &repo::file_name(&path), &config);
        assert!(!generated.files.is_empty(), "{}", path.display());
        root.push_str(&format!("pub mod {};\n", generated.module));
        for (name, text) in generated.files {
            repo::write(&out.join(&generated.module).join(name), &text).unwrap();
        }
    }
    repo::write(&out.join("mod.rs"), &root).unwrap();
}

fn compiler() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
