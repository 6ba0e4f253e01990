//! `docs/overlays.md`: each cell of its tables leads to a fixture that is of its version, and that comes out
//! as the cell says; and each fixture is there.

use std::{collections::BTreeSet, fs};

use outspoken_tests::repo;

use super::case::{self, Case, Outcome};

const PAGE: &str = "docs/overlays.md";
const FIXTURES: &str = "../tests/fixtures/overlay/";

/// Columns, and how an overlay of that version begins.
const COLUMNS: &[(&str, &str)] = &[("1.0", "1.0."), ("1.1", "1.1.")];

#[test]
fn every_cell_is_true_and_every_fixture_is_listed() {
    let page = fs::read_to_string(repo::root().join(PAGE)).unwrap();
    let mut head: Vec<&str> = Vec::new();
    let mut listed = BTreeSet::new();
    let mut faults = Vec::new();
    for line in page.lines() {
        let Some(row) = line.strip_prefix('|') else {
            head.clear();
            continue;
        };
        let row: Vec<&str> = row
            .trim_end_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        if head.is_empty() {
            head = row;
            continue;
        }
        for (version, begins) in COLUMNS {
            let column = head.iter().position(|name| name == version);
            for cell in column.map(|column| row[column]).into_iter().flat_map(cells) {
                if let Err(fault) = judge(cell, begins, &mut listed) {
                    faults.push(format!("{}, {version}: {cell}: {fault}", row[0]));
                }
            }
        }
    }
    for path in case::all() {
        let name = repo::file_name(&path);
        if !listed.contains(&name) {
            faults.push(format!("{name} shows a rule that {PAGE} does not list"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A cell may have several links.
fn cells(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(", ")
        .filter(|part| *part != "–" && !part.starts_with("---"))
}

fn judge(cell: &str, begins: &str, listed: &mut BTreeSet<String>) -> Result<(), String> {
    let link = cell
        .strip_prefix('[')
        .and_then(|cell| cell.strip_suffix(')'));
    let (word, to) = link
        .and_then(|link| link.split_once("]("))
        .ok_or("this is no link")?;
    let name = to.strip_prefix(FIXTURES).ok_or("this leads elsewhere")?;
    let path = case::folder().join(name);
    if !path.is_file() {
        return Err("there is no such file".to_owned());
    }
    listed.insert(name.to_owned());
    let text = case::text(&path).replace('"', "");
    if !text.contains(&format!("overlay: {begins}")) {
        return Err("this is for another version".to_owned());
    }
    let outcome = Case::of(&path).outcome();
    let expected = match word {
        "done" => Outcome::Done,
        "a warning" => Outcome::Warned,
        "refused" => Outcome::Refused,
        _ => return Err("a cell says `done`, `a warning` or `refused`".to_owned()),
    };
    match outcome == expected {
        true => Ok(()),
        false => Err(format!("the outcome is {outcome:?}")),
    }
}
