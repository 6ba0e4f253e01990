//! What is in the descriptions of documents: which of them try documentation the most.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::seeds;

/// A construct of descriptions, and how many of them a text has.
type Kind = (&'static str, fn(&str) -> usize);

/// What has gone wrong in documentation before, or could.
pub const KINDS: &[Kind] = &[
    ("html", |text| {
        count(text, '<', |next| next.is_ascii_alphabetic() || next == '/')
    }),
    ("fences", |text| {
        lines(text, |line| line.trim_start().starts_with("```"))
    }),
    ("indented", |text| {
        lines(text, |line| {
            line.starts_with("    ") || line.starts_with('\t')
        })
    }),
    ("urls", bare_urls),
    ("links", |text| text.matches("](").count()),
    ("tables", |text| {
        lines(text, |line| line.contains("--") && line.contains('|'))
    }),
    ("lists", |text| {
        lines(text, |line| line.trim_start().starts_with(['-', '*', '+']))
    }),
    ("ticks", |text| text.matches('`').count()),
    ("returns", |text| text.matches('\r').count()),
    ("quotes", |text| lines(text, |line| line.starts_with('>'))),
    ("long", |text| text.len() / 1000),
];

/// A document, and how many of each of [`KINDS`] its descriptions have.
#[derive(Debug, Clone)]
pub struct Rank {
    /// The document's path.
    pub path: PathBuf,
    /// As many counts as there are kinds.
    pub counts: Vec<usize>,
    /// The more kinds and the more of each, the higher.
    pub score: u32,
}

/// The OpenAPI documents below folders, those first whose descriptions have the most in them.
///
/// # Errors
/// When a folder or a file cannot be read.
pub fn rank(folders: &[PathBuf]) -> io::Result<Vec<Rank>> {
    let mut ranks = Vec::new();
    for seed in seeds::load(folders, u64::MAX)? {
        let Some(tree) = seed.tree.filter(is_openapi) else {
            continue;
        };
        let mut counts = vec![0; KINDS.len()];
        let mut seen = BTreeSet::new();
        whole(&seed.path, &tree, &mut seen, &mut counts);
        // A hundred of a kind say little more than ten.
        let score = counts.iter().map(|count| (count + 1).ilog2()).sum();
        ranks.push(Rank {
            path: seed.path,
            counts,
            score,
        });
    }
    ranks.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.path.cmp(&b.path)));
    Ok(ranks)
}

fn is_openapi(tree: &Value) -> bool {
    tree.get("openapi")
        .or_else(|| tree.get("swagger"))
        .is_some()
}

/// Counts in a file and in those that it refers to.
fn whole(path: &Path, tree: &Value, seen: &mut BTreeSet<PathBuf>, counts: &mut [usize]) {
    let mut waiting = vec![(path.to_owned(), tree.clone())];
    while let Some((path, tree)) = waiting.pop() {
        let mut files = BTreeSet::new();
        walk(&tree, counts, &mut files);
        for file in files {
            let path = path.with_file_name(&file);
            let Ok(path) = fs::canonicalize(path) else {
                continue;
            };
            if seen.insert(path.clone())
                && let Some(tree) = seeds::seed(&path).ok().and_then(|seed| seed.tree)
            {
                waiting.push((path, tree));
            }
        }
    }
}

/// Documents are no deeper than reading allows.
fn walk(value: &Value, counts: &mut [usize], files: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("description" | "summary" | "title", Value::String(text)) => {
                        for ((_, kind), count) in KINDS.iter().zip(&mut *counts) {
                            *count += kind(text);
                        }
                    }
                    ("$ref", Value::String(target)) => {
                        let file = target.split('#').next().unwrap_or_default();
                        if !file.is_empty() && !file.contains("://") {
                            files.insert(file.to_owned());
                        }
                    }
                    _ => walk(value, counts, files),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, counts, files)),
        _ => {}
    }
}

fn lines(text: &str, fits: fn(&str) -> bool) -> usize {
    text.lines().filter(|line| fits(line)).count()
}

/// How often a letter stands before another that fits.
fn count(text: &str, letter: char, fits: fn(char) -> bool) -> usize {
    let behind = text.split(letter).skip(1);
    behind.filter(|rest| rest.starts_with(fits)).count()
}

/// URLs that are no target of a link and in no quotes.
fn bare_urls(text: &str) -> usize {
    let urls = text.match_indices("http").filter(|(at, _)| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|before| matches!(before, '(' | '<' | '"' | '\'' | '`'))
    });
    urls.count()
}
