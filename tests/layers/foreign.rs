//! Libraries stay where they were let in, so that each can be replaced.

use super::{hold, source};

/// A library or a part of the standard library, and where it may be named.
struct Rule {
    name: &'static str,
    /// Parts of the generator, or files of it.
    only_in: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        name: "openapiv3",
        only_in: &["front"],
        why: "the model of a dialect ends where the dialect is read",
    },
    Rule {
        name: "quote",
        only_in: &["emit", "output"],
        why: "tokens are made where nothing is decided any more",
    },
    Rule {
        name: "proc_macro2",
        only_in: &["emit", "output"],
        why: "tokens are made where nothing is decided any more",
    },
    Rule {
        name: "syn",
        only_in: &["output", "plan/name/letter", "config/rust"],
        why: "what is generated is parsed once, to be formatted; and names ask it which letters \
              the compiler takes, and settings whether a name is one",
    },
    Rule {
        name: "prettyplease",
        only_in: &["output"],
        why: "what is generated is formatted in one place",
    },
    Rule {
        name: "heck",
        only_in: &["plan"],
        why: "names are decided in the plan",
    },
    Rule {
        name: "serde_yaml",
        only_in: &["source/yaml"],
        why: "it is no longer maintained, so it stays in one file and can be replaced in an hour",
    },
    Rule {
        name: "toml",
        only_in: &["config/file/tree"],
        why: "settings are a tree of our own, so that what reads it can be replaced in an hour",
    },
    Rule {
        name: "saphyr_parser",
        only_in: &["source/locate"],
        why: "places are found in one file",
    },
    Rule {
        name: "annotate_snippets",
        only_in: &["render"],
        why: "diagnostics are data until they are rendered",
    },
    Rule {
        name: "unicode_width",
        only_in: &["report"],
        why: "columns are counted where tables are drawn",
    },
    Rule {
        name: "regex_lite",
        only_in: &["overlay/path/pattern", "plan/parameter/pattern"],
        why: "patterns are held against texts in one file, and in a test",
    },
    Rule {
        name: "std::fs",
        only_in: &["source", "output", "build"],
        why: "stages work on what they are given; files are for both ends and the doors",
    },
    Rule {
        name: "std::net",
        only_in: &[],
        why: "a generator asks nobody",
    },
    Rule {
        name: "std::time",
        only_in: &[],
        why: "what is generated does not depend on when",
    },
    Rule {
        name: "std::process",
        only_in: &[],
        why: "the one who called decides when to stop",
    },
    Rule {
        name: "std::env",
        only_in: &["build"],
        why: "only a door may look at the machine it runs on",
    },
    Rule {
        name: "std::collections::HashMap",
        only_in: &[],
        why: "its order is another on every run: use `BTreeMap` or `IndexMap`",
    },
    Rule {
        name: "std::collections::HashSet",
        only_in: &[],
        why: "its order is another on every run: use `BTreeSet` or `IndexSet`",
    },
    Rule {
        name: "std::hash",
        // For the bounds of keys: nothing is hashed there but by `IndexSet`.
        only_in: &["collection"],
        why: "hashes differ between runs and compilers",
    },
];

#[test]
fn libraries_stay_where_they_were_let_in() {
    let mut violations = Vec::new();
    for source in source::codegen() {
        if source.is_test() {
            continue;
        }
        let module = source.module.join("/");
        for path in source.paths().iter().filter(|path| !path.in_tests) {
            let text = path.text();
            for rule in RULES {
                let is_it = text == rule.name || text.starts_with(&format!("{}::", rule.name));
                let allowed = rule
                    .only_in
                    .iter()
                    .any(|place| module == *place || module.starts_with(&format!("{place}/")));
                if is_it && !allowed {
                    violations.push(format!(
                        "{}:{}: `{}` may stand only in {:?}: {}",
                        source.file, path.line, rule.name, rule.only_in, rule.why
                    ));
                }
            }
        }
    }
    hold(violations);
}

/// A rule about a library that nobody uses any more holds nothing.
#[test]
fn rules_are_about_what_is_used() {
    let sources = source::codegen();
    let idle: Vec<_> = RULES
        .iter()
        .filter(|rule| !rule.only_in.is_empty())
        .filter(|rule| {
            let start = format!("{}::", rule.name);
            let names = |text: &str| text == rule.name || text.starts_with(&start);
            !sources
                .iter()
                .any(|source| source.paths().iter().any(|path| names(&path.text())))
        })
        .map(|rule| rule.name)
        .collect();
    assert!(idle.is_empty(), "nothing names {idle:?}");
}
