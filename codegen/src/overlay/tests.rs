//! Whatever overlays do, each value is where the traces say.

use std::{collections::BTreeMap, fs};

use serde_json::{Value, json};

use super::{OverlayFile, Traces, apply};
use crate::{
    diagnostic::{Diagnostics, Pointer},
    source::{Document, Limits, Sources},
};

const TARGETS: &[&str] = &[
    "$",
    "$.a",
    "$.a.*",
    "$.l",
    "$.l[*]",
    "$.l[0]",
    "$.l[-1]",
    "$.l[1:3]",
    "$..*",
    "$..l",
    "$..k",
    "$.a.k",
    "$.a.l[?@.k]",
    "$..[?@ == 1]",
    "$.n",
    "$.n.a",
    "$.n.l[0]",
    "$..l[0]",
    "$.a['k', 'l']",
];

fn document() -> Value {
    json!({
        "a": {"k": 1, "l": [{"k": "x"}, 2, "three", {"k": 4, "l": [5]}], "m": {"k": null}},
        "l": ["one", {"k": 2}, ["three"], {"k": [4]}, 5],
        "k": {"l": [true, 1]}
    })
}

fn updates() -> [Value; 8] {
    [
        json!(7),
        json!("new"),
        json!(["p", {"k": "q"}]),
        json!({"k": "r"}),
        json!({"l": ["s", {"k": ["t"]}], "n": {"a": "u", "l": [[8]]}}),
        json!({"n": {"k": 9}}),
        json!({"a": {"l": [{"k": 10}], "m": {"k": 11}}}),
        json!(null),
    ]
}

/// Numbers that look as if they had come about by chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn overlay(&mut self) -> Value {
        let actions = (0..1 + self.below(5)).map(|_| {
            let target = TARGETS[self.below(TARGETS.len())];
            match self.below(5) {
                0 | 1 => json!({"target": target, "update": updates()[self.below(8)]}),
                2 | 3 => json!({"target": target, "remove": true}),
                _ => json!({"target": target, "copy": TARGETS[self.below(TARGETS.len())]}),
            }
        });
        let actions: Vec<_> = actions.collect();
        let version = ["1.0.0", "1.1.0"][self.below(2)];
        json!({"overlay": version, "info": {"title": "x", "version": "1"}, "actions": actions})
    }
}

/// Compares a value and all below it with what stands where they come from; gives how many are not from
/// where they are.
fn check(value: &Value, at: &Pointer, traces: &Traces, files: &BTreeMap<String, Value>) -> usize {
    let (origin, key) = traces.origin(at);
    let there = files[&*origin.file].pointer(origin.pointer.as_str());
    let there = there.unwrap_or_else(|| panic!("{at} is nowhere: {origin}"));
    match value {
        Value::Array(_) => assert!(there.is_array(), "{at}: {origin}"),
        Value::Object(_) => assert!(there.is_object(), "{at}: {origin}"),
        plain => assert_eq!(plain, there, "{at}: {origin}"),
    }
    assert!(
        files[&*key.file].pointer(key.pointer.as_str()).is_some(),
        "{at}: {key}"
    );
    let below: usize = match value {
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| check(item, &at.index(index), traces, files))
                .sum()
        }
        Value::Object(members) => {
            let members = members.iter();
            members
                .map(|(key, member)| check(member, &at.child(key), traces, files))
                .sum()
        }
        _ => 0,
    };
    below + usize::from(*origin.file != *"api.json" || origin.pointer != *at)
}

#[test]
fn the_deepest_there_is_fits_a_small_stack() {
    let folder = tempfile::tempdir().unwrap();
    let deep = |depth: usize| (0..depth).fold(json!(1), |below, _| json!({"a": below}));
    let way = ".a".repeat(98);
    let actions = json!([
        {"target": "$", "update": deep(96)},
        {"target": "$", "copy": "$.a"},
        {"target": format!("${way}"), "remove": true},
        {"target": "$..*", "update": {}},
        {"target": "$.a", "remove": true},
    ]);
    let overlay =
        json!({"overlay": "1.1.0", "info": {"title": "x", "version": "1"}, "actions": actions});
    let path = folder.path().join("fix.json");
    fs::write(&path, overlay.to_string()).unwrap();
    let applying = move || {
        let limits = Limits::default();
        let text = deep(99).to_string();
        let mut document = Document::parse("api.json".into(), text.into(), &limits).unwrap();
        let mut said = Diagnostics::new();
        let overlays = [OverlayFile::new(&path)];
        let mut sources = Sources::new();
        apply(
            &mut document,
            &path,
            &overlays,
            &mut sources,
            &limits,
            &mut said,
        );
        said.iter()
            .map(|one| one.message.to_string())
            .collect::<Vec<_>>()
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20);
    let said = thread.spawn(applying).unwrap().join().unwrap();
    // At the end of each, numbers meet mappings.
    assert_eq!(said, ["a number cannot be merged into a mapping"; 2]);
}

#[test]
fn each_value_stands_where_it_is_said_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(3);
    let mut moved = 0;
    for _ in 0..800 {
        let overlays = [chance.overlay(), chance.overlay()];
        let mut files = BTreeMap::from([("api.json".to_owned(), document())]);
        let mut named = Vec::new();
        for (index, overlay) in overlays.iter().enumerate() {
            let name = format!("{index}.json");
            let path = folder.path().join(&name);
            fs::write(&path, overlay.to_string()).unwrap();
            files.insert(name.clone(), overlay.clone());
            named.push(OverlayFile {
                name,
                ..OverlayFile::new(path)
            });
        }
        let limits = Limits {
            nodes: 5000,
            ..Limits::default()
        };
        let text = document().to_string();
        let mut document = Document::parse("api.json".into(), text.into(), &limits).unwrap();
        let mut diagnostics = Diagnostics::new();
        let path = folder.path().join("api.json");
        let mut sources = Sources::new();
        let (document, said) = (&mut document, &mut diagnostics);
        if let Some(traces) = apply(document, &path, &named, &mut sources, &limits, said) {
            moved += check(&document.root, &Pointer::root(), &traces, &files);
        }
    }
    assert!(moved > 2_000, "{moved}");
}
