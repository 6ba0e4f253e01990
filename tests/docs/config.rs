//! `docs/config.md`: each block is a file of settings that can be, and each key is on the page.

use std::{collections::BTreeSet, fs};

use outspoken_codegen::{Config, ConfigFile, render};
use outspoken_tests::repo;

use super::fence;

const PAGE: &str = "docs/config.md";

#[test]
fn every_example_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("outspoken.toml");
    let mut count = 0;
    for fence in fence::fences(PAGE) {
        if fence.words.first().map(String::as_str) != Some("toml") {
            continue;
        }
        fs::write(&path, fence.text()).unwrap();
        if let Err(refused) = ConfigFile::read(&path, &fence.place) {
            let style = render::Style::default();
            let said = render::text(&refused.diagnostics, &refused.sources, &style);
            panic!("{}: {said}", fence.place);
        }
        count += 1;
    }
    assert!(count > 5);
}

#[test]
fn every_key_is_explained_and_shown_with_its_default() {
    let text = fs::read_to_string(repo::root().join(PAGE)).unwrap();
    let defaults = Config::new("").to_toml();
    let fences = fence::fences(PAGE);
    let shown = fences
        .iter()
        .find(|fence| fence.words.iter().any(|word| word == "defaults"));
    assert_eq!(shown.unwrap().text(), defaults);
    let headings: BTreeSet<&str> = text
        .lines()
        .filter(|line| line.starts_with("## "))
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect();
    let keys = defaults.lines().take_while(|line| !line.starts_with('['));
    let keys = keys
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key);
    let tables = defaults.lines().filter_map(|line| line.strip_prefix('['));
    let tables = tables.map(|line| line.trim_end_matches(']'));
    for key in keys.chain(tables).chain([
        "documents",
        "rename",
        "replace",
        "dependencies",
        "derive-for",
    ]) {
        assert!(headings.contains(key), "{PAGE} does not explain `{key}`");
    }
}

/// What is printed is read as what it was.
#[test]
fn settings_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("outspoken.toml");
    let text = "name = \"a\\u007f\\n\\\"b\"\ninclude = [\"tag:\\u001b[1m#\"]\ndeny-warnings = true\n\
                formats = {uuid = \"string\"}\n[rename.members.\"a.b \\\"\"]\n\"c=d\" = \"e\"\n[derive-for]\nB = [\"Eq\"]\n[replace]\nA = \"::a::B\"\n\
                [dependencies]\na = {path = \"..\\\\a\", features = [\"b\"], optional = false}\n\
                [documents.x]\nexclude = [\"/a\"]\n[limits]\ndepth = 7\n";
    fs::write(&path, text).unwrap();
    let read = |document: &str| {
        let mut config = Config::new("usual");
        let file = ConfigFile::read(&path, "outspoken.toml").unwrap();
        file.apply(document, &mut config);
        config.to_toml()
    };
    let plain = |text: &str| {
        let lines = text
            .lines()
            .map(|line| line.rsplit_once("  # ").map_or(line, |(line, _)| line));
        lines.map(str::trim_end).collect::<Vec<_>>().join("\n")
    };
    let first = read("x");
    assert!(
        first.contains("exclude = [\"/a\"]") && first.contains("# outspoken.toml:14"),
        "{first}"
    );
    assert!(!read("y").contains("\"/a\""));
    fs::write(&path, &first).unwrap();
    assert_eq!(plain(&read("x")), plain(&first));
}
