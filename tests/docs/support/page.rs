//! The tables of the page, and where their links lead.

use std::{collections::BTreeMap, fs};

use outspoken_tests::repo;

pub(super) const PAGE: &str = "docs/support.md";

/// The columns, each with what a document of that version says of itself.
pub(super) const COLUMNS: &[(&str, &str)] = &[
    ("2.0", "2.0"),
    ("3.0", "3.0.3"),
    ("3.1", "3.1.0"),
    ("3.2", "3.2.0"),
];

/// A cell below a version.
pub(super) struct Cell {
    /// The line of the page.
    pub(super) place: String,
    /// The first cell of its row.
    pub(super) construct: String,
    /// The column: `3.0`.
    pub(super) version: &'static str,
    /// What stands in it, without the link: `yes`.
    pub(super) word: String,
    /// Where it leads.
    pub(super) label: Option<String>,
}

pub(super) struct Page {
    pub(super) cells: Vec<Cell>,
    /// Where each label leads, from `docs`.
    pub(super) links: BTreeMap<String, String>,
}

impl Page {
    pub(super) fn read() -> Self {
        let text = fs::read_to_string(repo::root().join(PAGE)).unwrap();
        let mut page = Self {
            cells: Vec::new(),
            links: BTreeMap::new(),
        };
        let mut head: Vec<&str> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let place = format!("{PAGE}:{}", index + 1);
            if let Some(row) = line.strip_prefix('|') {
                let row: Vec<&str> = row
                    .trim_end_matches('|')
                    .split('|')
                    .map(str::trim)
                    .collect();
                if head.is_empty() {
                    head = row;
                } else if !row[0].starts_with("---") {
                    page.row(&place, &head, &row);
                }
                continue;
            }
            head.clear();
            if let Some((label, to)) = definition(line) {
                let before = page.links.insert(label.to_owned(), to.to_owned());
                assert!(
                    before.is_none(),
                    "{place}: `{label}` leads somewhere already"
                );
            }
        }
        page
    }

    fn row(&mut self, place: &str, head: &[&str], row: &[&str]) {
        let of = |(version, _): &&(&str, &str)| head.contains(version);
        let versions: Vec<_> = COLUMNS.iter().filter(of).collect();
        let is_whole = [0, 1, COLUMNS.len()].contains(&versions.len());
        assert!(is_whole, "{place}: a table is of one version, or of all");
        assert!(
            versions.is_empty() || row.len() == head.len(),
            "{place}: cells are missing, or too many"
        );
        for (version, _) in versions {
            let index = head.iter().position(|column| column == version).unwrap();
            let (word, label) = cell(row[index]);
            self.cells.push(Cell {
                place: place.to_owned(),
                construct: row[0].to_owned(),
                version,
                word: word.to_owned(),
                label: label.map(str::to_owned),
            });
        }
    }
}

/// `[word][label]`, or a word alone.
fn cell(text: &str) -> (&str, Option<&str>) {
    let link = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    match link.and_then(|link| link.split_once("][")) {
        Some((word, label)) => (word, Some(label)),
        None => (text, None),
    }
}

/// `[label]: path`
fn definition(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix('[')?.split_once("]: ")
}
