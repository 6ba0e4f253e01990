//! Overlays of documents, by what the build script says and by its file of settings.

use super::scratch::{Scratch, document};

fn overlay(actions: &str) -> String {
    format!("overlay: 1.1.0\ninfo: {{title: Errors, version: '1'}}\nactions:\n{actions}")
}

const NOT_FOUND: &str = "  - target: $.paths.*.get.responses['404']\n    remove: true\n";

#[test]
fn an_overlay_that_changes_is_read_again() {
    let settings = "[documents.thing]\noverlays = [\"overlays/thing.overlay.yaml\"]\n";
    let scratch = Scratch::new("overlaid", "").with_settings(settings);
    scratch.write("specs/thing.yaml", &document("thing"));
    scratch.write("specs/other.yaml", &document("other"));
    scratch.write("overlays/thing.overlay.yaml", &overlay(NOT_FOUND));
    let first = scratch.build(&[]).ok();
    assert_eq!(first.modules(), ["other", "thing"]);
    let files = first.files();
    let errors = |module: &str| files[&format!("{module}/errors.rs")].0.clone();
    assert!(!errors("thing").contains("NotFound"));
    assert!(errors("other").contains("NotFound"));

    let again = scratch.build(&[]).ok();
    assert!(again.all_fresh(), "{}", again.run.stderr);

    // Only the files that it is about are written.
    let gone = NOT_FOUND.replace("remove: true", "update: {description: Gone for good.}");
    scratch.write("overlays/thing.overlay.yaml", &overlay(&gone));
    let after = scratch.build(&[]).ok().files();
    assert!(after["thing/errors.rs"].0.contains("Gone for good."));
    let touched = files.iter().filter(|(name, file)| after[*name] != **file);
    let touched: Vec<_> = touched.map(|(name, _)| name.as_str()).collect();
    assert!(touched.contains(&"thing/errors.rs"), "{touched:?}");
    assert!(
        touched.iter().all(|name| name.starts_with("thing/")),
        "{touched:?}"
    );

    // A fault is told where it is.
    scratch.write(
        "overlays/thing.overlay.yaml",
        &overlay("  - target: paths\n    remove: true\n"),
    );
    let said = scratch.build(&[]).refused();
    for part in [
        "error[invalid-overlay]",
        "overlays/thing.overlay.yaml:4:13",
        "begins with `$`",
    ] {
        assert!(said.contains(part), "no `{part}` in:\n{said}");
    }
    scratch.remove("overlays/thing.overlay.yaml");
    let said = scratch.build(&[]).refused();
    assert!(
        said.contains("there is no file `overlays/thing.overlay.yaml`"),
        "{said}"
    );
    assert!(said.contains("outspoken.toml:2:13"), "{said}");
    scratch.write("overlays/thing.overlay.yaml", &overlay(NOT_FOUND));
    scratch.build(&[]).ok();
}

#[test]
fn a_script_names_overlays_by_document() {
    let scratch = Scratch::new("overlaid-by-script", "");
    let script = |name: &str| {
        format!(
            "fn main() -> Result<(), outspoken_codegen::BuildFailed> {{\n    \
             outspoken_codegen::Build::new().overlay({name:?}, \"fix.yaml\").emit()\n}}\n"
        )
    };
    scratch.write("specs/thing.yaml", &document("thing"));
    scratch.write("fix.yaml", &overlay(NOT_FOUND));
    scratch.write("build.rs", &script("thing"));
    scratch.write("specs/thing.overlay.yaml", &overlay(NOT_FOUND));
    let done = scratch.build(&[]).ok();
    assert_eq!(done.modules(), ["thing"]);
    assert!(!done.files()["thing/errors.rs"].0.contains("NotFound"));
    let warned = &done.run.stderr;
    let expected = "`specs/thing.overlay.yaml` is an overlay that no document has";
    assert!(warned.contains(expected), "{warned}");
    scratch.write("build.rs", &script("thin"));
    let said = scratch.build(&[]).refused();
    let expected = "there is no document `thin` for the overlay `fix.yaml`: did you mean `thing`?";
    assert!(said.contains(expected), "{said}");
}
