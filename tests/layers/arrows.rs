//! Arrows point only as drawn: source <- front -> model <- plan -> ir <- emit <- output.

use std::collections::BTreeMap;

use super::{hold, source};

/// Each part of the generator, and the parts that it may know.
///
/// `collection` is what all of them keep things in. `diagnostic` is the ground on which whoever can find
/// fault stands; `emit` cannot. Nobody but the pipeline (`generate`) sees more than its neighbours.
/// Doors see the pipeline, not the stages; `report` tells what the pipeline made, and so sees the data
/// that it made.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("diagnostic", &["collection"]),
    ("collection", &[]),
    ("source", &["diagnostic", "collection"]),
    ("render", &["source", "diagnostic", "collection"]),
    ("model", &["collection", "diagnostic"]),
    ("select", &["diagnostic"]),
    ("overlay", &["collection", "source", "diagnostic"]),
    (
        "front",
        &["source", "model", "select", "diagnostic", "collection"],
    ),
    ("notes", &["collection", "diagnostic"]),
    ("ir", &[]),
    (
        "config",
        &["source", "select", "overlay", "diagnostic", "collection"],
    ),
    ("words", &["ir", "collection"]),
    (
        "plan",
        &[
            "model",
            "ir",
            "notes",
            "config",
            "diagnostic",
            "collection",
            "words",
        ],
    ),
    ("emit", &["ir", "collection"]),
    ("output", &["emit", "diagnostic", "collection"]),
    (
        "generate",
        &[
            "config",
            "diagnostic",
            "emit",
            "front",
            "ir",
            "notes",
            "output",
            "overlay",
            "plan",
            "source",
        ],
    ),
    ("overlaid", &["config", "diagnostic", "overlay", "source"]),
    (
        "report",
        &[
            "diagnostic",
            "generate",
            "ir",
            "notes",
            "output",
            "render",
            "words",
        ],
    ),
    ("package", &["config", "generate", "output", "report"]),
    (
        "build",
        &[
            "config",
            "diagnostic",
            "generate",
            "collection",
            "output",
            "overlay",
            "render",
            "select",
            "source",
        ],
    ),
];

#[test]
fn parts_know_only_their_neighbours() {
    let may_know: BTreeMap<_, _> = MAY_KNOW.iter().copied().collect();
    let sources = source::codegen();
    let lib = sources.iter().find(|source| source.part() == "lib");
    let homes = homes(lib.expect("there is a root"));
    let mut violations = Vec::new();
    for source in sources.iter().filter(|source| source.part() != "lib") {
        let part = source.part();
        let Some(allowed) = may_know.get(part) else {
            let file = &source.file;
            violations.push(format!("{file}: `{part}` is not in the table of layers"));
            continue;
        };
        for path in source.paths() {
            let [root, name, ..] = path.parts.as_slice() else {
                continue;
            };
            // What the root re-exports belongs to the part that has it.
            let known = homes.get(name).unwrap_or(name);
            let is_own = known == part || name == "*";
            if root == "crate" && !is_own && !allowed.contains(&known.as_str()) {
                violations.push(format!(
                    "{}:{}: `{part}` may not know `{known}`, and this names `{}`",
                    source.file,
                    path.line,
                    path.text()
                ));
            }
        }
    }
    hold(violations);
}

#[test]
fn the_table_names_what_is_there() {
    let sources = source::codegen();
    let there = |part: &str| sources.iter().any(|source| source.part() == part);
    let listed = MAY_KNOW
        .iter()
        .flat_map(|(part, known)| known.iter().chain([part]));
    let mut missing: Vec<_> = listed.filter(|part| !there(part)).collect();
    missing.dedup();
    assert!(missing.is_empty(), "there is no {missing:?} in codegen/src");
}

/// The parts that the names at the crate's root come from.
fn homes(lib: &source::Source) -> BTreeMap<String, String> {
    let mut homes = BTreeMap::new();
    for path in lib.paths() {
        if let [part, .., name] = path.parts.as_slice()
            && part != name
        {
            homes.insert(name.clone(), part.clone());
        }
    }
    homes
}
