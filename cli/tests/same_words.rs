//! A build script says of a document what `outspoken check` says of it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot run its command has failed"
)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The documents of the tests, refused or not.
fn documents() -> Vec<PathBuf> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let mut folders: Vec<_> = entries(&fixtures.join("reject"));
    folders.push(fixtures.join("accept"));
    let mut found: Vec<_> = folders.iter().flat_map(|folder| entries(folder)).collect();
    found.retain(|path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        path.is_file() && matches!(ending, Some("yaml" | "json"))
    });
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// All of them in one folder, by names of their own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let specs = folder.path().join("specs");
    fs::create_dir(&specs).unwrap();
    for (number, path) in documents().iter().enumerate() {
        let name = path.file_name().unwrap().to_str().unwrap();
        fs::copy(path, specs.join(format!("{number:03}-{name}"))).unwrap();
    }
    folder
}

fn run(mut command: Command, folder: &Path) -> Output {
    command
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap()
}

#[test]
fn a_build_script_says_what_the_command_line_says() {
    let folder = folder();
    let mut script = Command::new(env::current_exe().unwrap());
    script
        .args(["--exact", "build_script", "--ignored", "--nocapture"])
        .env("OUT_DIR", folder.path().join("out"));
    let told = String::from_utf8(run(script, folder.path()).stdout).unwrap();
    let mut told = told.lines().filter_map(|line| {
        let error = line.strip_prefix("cargo::error=");
        error.or(line.strip_prefix("cargo::warning="))
    });
    let mut names: Vec<_> = entries(&folder.path().join("specs"))
        .iter()
        .map(|path| format!("specs/{}", path.file_name().unwrap().to_str().unwrap()))
        .collect();
    names.sort();
    for name in names {
        let mut check = Command::new(env!("CARGO_BIN_EXE_outspoken"));
        check.args(["check", &name]);
        let done = run(check, folder.path());
        let said = String::from_utf8(done.stderr).unwrap();
        let mut lines: Vec<_> = said.lines().collect();
        if !done.status.success() {
            // The command line leaves an empty line below its last one.
            assert_eq!(lines.pop(), Some(""));
        }
        for line in lines {
            assert_eq!(told.next(), Some(line), "of {name}:\n{said}");
        }
    }
    assert_eq!(told.next(), None);
}

/// What a build script does, for the test above.
#[test]
#[ignore = "it is run as a build script"]
fn build_script() {
    outspoken_codegen::Build::new().emit().unwrap();
}
