//! `docs/support.md`: each cell names the document that shows it, and is true of its version.

mod page;
mod version;

use std::collections::BTreeSet;

use outspoken_codegen::diagnostic::Severity;
use outspoken_tests::repo;

use self::{
    page::{Cell, PAGE, Page},
    version::Versions,
};

/// Folders of documents, whose every document is in the first only if the page names it.
const FIXTURES: &str = "tests/fixtures/accept";

#[test]
fn every_cell_names_a_document_that_shows_it() {
    let page = Page::read();
    let mut versions = Versions::default();
    let mut faults = Vec::new();
    for cell in &page.cells {
        if let Err(fault) = judge(&page, cell, &mut versions) {
            let Cell {
                place,
                version,
                construct,
                ..
            } = cell;
            faults.push(format!("{place}: {construct}, {version}: {fault}"));
        }
    }
    assert!(page.cells.iter().any(|cell| cell.label.is_some()), "{PAGE}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whether the document of a cell is what the cell says.
fn judge(page: &Page, cell: &Cell, versions: &mut Versions) -> Result<(), String> {
    let Some(label) = &cell.label else {
        return match cell.word.as_str() {
            "–" => Ok(()),
            other => Err(format!("`{other}` names no document")),
        };
    };
    let to = page.links.get(label);
    let to = to.ok_or_else(|| format!("the label `{label}` leads nowhere"))?;
    let path = to.strip_prefix("../").unwrap_or(to);
    let document = versions.read(path)?;
    if !mentions(&document.text, &cell.construct) {
        return Err(format!("{path} has nothing of it"));
    }
    let read = versions.generate(path, cell.version)?;
    let has = |severity| read.diagnostics.iter().any(|one| one.severity == severity);
    let is_refused = has(Severity::Error);
    match cell.word.as_str() {
        "refused" if !is_refused => Err(format!("{path} is not refused")),
        "refused" => Ok(()),
        _ if is_refused => Err(format!("{path} is refused")),
        "with a warning" if !has(Severity::Warning) => Err(format!("{path} is not warned of")),
        _ => Ok(()),
    }
}

/// Whether a document has one of the words in backticks that name a construct.
fn mentions(document: &str, construct: &str) -> bool {
    let mut words = construct.split('`').skip(1).step_by(2).peekable();
    let plain = |text: &str| text.to_lowercase().replace(['\'', '"'], "");
    let document = plain(document);
    words.peek().is_none()
        || words.any(|word| {
            let word = plain(word);
            let stem = word.trim_matches(['*', '…', '.']);
            document.contains(stem)
        })
}

#[test]
fn every_label_is_used_and_every_fixture_is_named() {
    let page = Page::read();
    let used: BTreeSet<&str> = page
        .cells
        .iter()
        .filter_map(|cell| cell.label.as_deref())
        .collect();
    let mut faults = Vec::new();
    for label in page.links.keys() {
        if !used.contains(label.as_str()) {
            faults.push(format!("{PAGE}: no cell leads to `{label}`"));
        }
    }
    for path in repo::documents(&repo::root().join(FIXTURES)).unwrap() {
        let name = repo::file_name(&path);
        let to = format!("../{FIXTURES}/{name}");
        let labels = page.links.iter().filter(|(_, other)| **other == to);
        if labels.count() == 0 {
            faults.push(format!(
                "{FIXTURES}/{name} shows a construct that {PAGE} does not list"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
