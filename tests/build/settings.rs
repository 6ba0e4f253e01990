//! A build script that reads a file of settings.

use super::scratch::{Scratch, document};

#[test]
fn settings_are_for_all_documents_or_for_one() {
    let settings = "[rename.types]\nthing-answer = \"Answer\"\n\
                    [documents.other]\nname = \"second\"\nexclude = [\"/**\"]\n\
                    [documents.othr]\ndeny-warnings = true\n";
    let scratch = Scratch::new("settings", "").with_settings(settings);
    scratch.write("specs/thing.yaml", &document("thing"));
    scratch.write("specs/other.yaml", &document("thing"));
    let build = scratch.build(&[]).ok();
    let shown = &build.run.stderr;
    for part in [
        "there is no document `othr`",
        "outspoken.toml:6:12",
        "did you mean `other`?",
    ] {
        assert!(shown.contains(part), "no `{part}` in:\n{shown}");
    }
    let mut modules = build.modules();
    modules.sort();
    assert_eq!(modules, ["second", "thing"]);
    let files = build.files();
    let types = |module: &str| files[&format!("{module}/types.rs")].0.clone();
    assert!(types("thing").contains("struct Answer "));
    assert!(!types("second").contains("struct"));

    // What changes is read again, and a fault is told with its place.
    assert!(scratch.build(&[]).ok().all_fresh());
    scratch.write("outspoken.toml", "exclud = [\"/**\"]\n");
    let shown = scratch.build(&[]).refused();
    for part in [
        "error[unknown-setting]",
        "outspoken.toml:1:1",
        "did you mean `exclude`?",
    ] {
        assert!(shown.contains(part), "no `{part}` in:\n{shown}");
    }
    scratch.write("outspoken.toml", "");
    assert_eq!(scratch.build(&[]).ok().modules(), ["other", "thing"]);
}
