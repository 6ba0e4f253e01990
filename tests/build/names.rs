//! A file's name becomes a module's name.

use super::scratch::{Scratch, document};

#[test]
fn odd_file_names_become_modules() {
    let scratch = Scratch::new("odd-names", "");
    for stem in [
        "my-api.v2",
        "1st",
        "type",
        "self",
        "größe",
        "mod",
        "UPPER",
        "_",
    ] {
        scratch.write(&format!("specs/{stem}.yaml"), &document("thing"));
    }
    scratch.write(
        "specs/other.json",
        "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"T\", \"version\": \"1\"}, \"paths\": {}}",
    );
    let modules = scratch.build(&[]).ok().modules();
    let wanted = [
        "n1st",
        "upper",
        "underscore",
        "größe",
        "r#mod",
        "my_api_v2",
        "other",
        "self_",
        "r#type",
    ];
    for name in wanted {
        assert!(
            modules.iter().any(|module| module == name),
            "no {name} in {modules:?}"
        );
    }
    assert_eq!(modules.len(), wanted.len());
}

#[test]
fn two_documents_of_one_module_are_a_fault() {
    let scratch = Scratch::new("twins", "");
    scratch.write("specs/my-api.yaml", &document("one"));
    scratch.write("specs/my_api.yaml", &document("other"));
    let shown = scratch.build(&[]).refused();
    for part in [
        "specs/my-api.yaml",
        "specs/my_api.yaml",
        "`my_api`",
        "rename",
    ] {
        assert!(shown.contains(part), "no `{part}` in:\n{shown}");
    }

    scratch.remove("specs/my_api.yaml");
    scratch.write("specs/my-api.json", "{}");
    let shown = scratch.build(&[]).refused();
    assert!(shown.contains("specs/my-api.json"), "{shown}");
}

/// Cargo takes a line of a build script's output for an order.
#[cfg(unix)]
#[test]
fn a_file_name_gives_cargo_no_orders() {
    let scratch = Scratch::new("orders", "");
    scratch.write("specs/pets.yaml", &document("one"));
    let name = "specs/x\ncargo::rustc-env=EVIL=1\ncargo::error=evil\n.yaml";
    scratch.write(name, &document("other"));
    let shown = scratch.build(&[]).refused();
    assert!(
        shown.contains(r"specs/x\ncargo::rustc-env=EVIL=1"),
        "{shown}"
    );
    assert!(shown.contains("rename"), "{shown}");
    assert!(
        !shown.contains("error: evil") && !shown.contains("test@0.0.0: evil"),
        "{shown}"
    );
}
