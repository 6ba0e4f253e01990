//! Which crate depends on which, and how many a build script has to compile.

use std::{collections::BTreeSet, env, process::Command};

use outspoken_tests::repo;
use serde_json::Value;

const MOST_OF_A_BUILD_SCRIPT: usize = 30;

fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let output = command
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(repo::root())
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

/// The dependencies of a member, with their kinds: `normal`, `dev` or `build`.
fn dependencies(member: &str) -> Vec<(String, String)> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == member);
    let package = package.unwrap_or_else(|| panic!("there is no member {member}"));
    let dependencies = package["dependencies"].as_array().unwrap().iter();
    let named = dependencies.map(|one| {
        let kind = one["kind"].as_str().unwrap_or("normal");
        (one["name"].as_str().unwrap().to_owned(), kind.to_owned())
    });
    named.collect()
}

#[test]
fn the_runtime_never_depends_on_the_generator() {
    let found = dependencies("outspoken");
    assert!(found.iter().all(|(name, _)| name != "outspoken-codegen"));
    let tree = cargo(&["tree", "-e", "all", "--prefix", "none", "-p", "outspoken"]);
    assert!(!tree.contains("outspoken-codegen"), "{tree}");
}

#[test]
fn generated_code_depends_on_the_runtime_only() {
    let mut found = dependencies("generated");
    found.retain(|(_, kind)| kind == "normal");
    assert_eq!(found, [("outspoken".to_owned(), "normal".to_owned())]);
}

#[test]
fn the_generator_does_not_know_the_runtime() {
    let found = dependencies("outspoken-codegen");
    let own = ["outspoken", "generated", "outspoken-cli"];
    assert!(found.iter().all(|(name, _)| !own.contains(&name.as_str())));
}

#[test]
fn a_build_script_brings_few_crates() {
    let arguments = ["tree", "-e", "normal,build", "--prefix", "none"];
    let tree = cargo(&[&arguments[..], &["-p", "outspoken-codegen"]].concat());
    let crates: BTreeSet<_> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .collect();
    assert!(crates.len() > 5, "{tree}");
    assert!(
        crates.len() <= MOST_OF_A_BUILD_SCRIPT,
        "{} crates, and {MOST_OF_A_BUILD_SCRIPT} are the most:\n{tree}",
        crates.len()
    );
}
