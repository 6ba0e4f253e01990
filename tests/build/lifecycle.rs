//! Documents come, change and go; nothing else is edited.

use std::{collections::BTreeMap, fs};

use outspoken_bench::synthetic;
use outspoken_codegen::{Config, generate};

use super::scratch::{Scratch, document};

#[test]
fn documents_come_change_and_go() {
    let scratch = Scratch::new("lifecycle", "");
    scratch.write("specs/first.yaml", &document("first"));
    scratch.write("specs/README.md", "No document.");
    let before = scratch.build(&[]).ok();
    assert_eq!(before.modules(), ["first"]);

    unchanged_is_not_built_again(&scratch);

    // A document comes: its module is there, and code can use it.
    scratch.write("specs/new.yaml", &document("added"));
    scratch.write(
        "examples/uses_new.rs",
        "fn main() {\n    let client = lifecycle::new::Client::builder().build();\n    \
         let _ = client.map(|client| drop(client.added()));\n}\n",
    );
    let after = scratch.build(&["--example", "uses_new"]).ok();
    assert_eq!(after.modules(), ["first", "new"]);
    let (old, new) = (before.files(), after.files());
    for (name, file) in &old {
        assert!(name == "mod.rs" || new[name] == *file, "{name} was touched");
    }

    // It changes: its files are written, and those of the other are left alone.
    scratch.write("specs/new.yaml", &document("changed"));
    let changed = scratch.build(&[]).ok().files();
    for (name, file) in &new {
        let same = ["new/mod.rs", "new/client.rs"];
        let own = name.starts_with("new/") && !same.contains(&name.as_str());
        assert_eq!(changed[name] != *file, own, "{name}");
    }
    assert!(changed["new/operations.rs"].0.contains("pub fn changed("));

    // It goes.
    scratch.remove("specs/new.yaml");
    let gone = scratch.build(&[]).ok();
    assert_eq!(gone.modules(), ["first"]);
    assert!(gone.files().keys().all(|name| !name.starts_with("new/")));
}

fn unchanged_is_not_built_again(scratch: &Scratch) {
    let again = scratch.build(&[]).ok();
    assert!(again.all_fresh(), "{}", again.run.stderr);
    assert_eq!(again.work(), [""; 0]);
}

#[test]
fn two_folders_have_the_same_output() {
    let [one, other] = ["folder-one", "folder-other"].map(|name| {
        let scratch = Scratch::new(name, "");
        for spec in ["b", "a", "c"] {
            scratch.write(&format!("specs/{spec}.yaml"), &document(spec));
        }
        let files = scratch.build(&[]).ok().files().into_iter();
        files
            .map(|(name, (text, _))| (name, text))
            .collect::<Vec<_>>()
    });
    assert_eq!(one, other);
    assert!(one.iter().all(|(_, text)| !text.contains("folder-o")));
}

#[test]
fn nothing_to_generate_is_no_fault() {
    let scratch = Scratch::new("nothing", "");
    let build = scratch.build(&[]).ok();
    assert_eq!(build.modules(), [""; 0]);
}

#[test]
fn a_changed_description_changes_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let files = |text: &str| -> BTreeMap<String, String> {
        let path = folder.path().join("api.yaml");
        fs::write(&path, text).unwrap();
        let done = generate(&path, "api.yaml", &Config::new("api"));
        done.files.into_iter().collect()
    };
    // Files that are the same are left alone, as the test above shows.
    let text = synthetic::document(500);
    let before = files(&text);
    let after = files(&text.replacen("summary: Reads one", "summary: Reads one of them", 1));
    assert!(before.len() > 10, "{:?}", before.keys());
    let same_names = before.keys().eq(after.keys());
    let changed = before.iter().filter(|(name, text)| after[*name] != **text);
    assert!(same_names);
    assert_eq!(changed.count(), 1);
}
