//! Where faults are shown of which an overlay is the cause, or which it has moved.

use std::{fs, path::Path};

use outspoken_codegen::{Config, Generated, OverlayFile, generate};

use super::case::rendered;

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example.com'}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: one, in: query, schema: {type: string}}
        - {name: two, in: querry, schema: {type: string}}
        - {name: three, in: query, schema: {type: strin}}
      responses:
        '200': {description: All., content: {application/json: {schema: {type: arr}}}}
";

fn generated(folder: &Path, actions: &str) -> Generated {
    let overlay = format!("overlay: 1.1.0\ninfo: {{title: x, version: '1'}}\nactions:\n{actions}");
    fs::write(folder.join("api.yaml"), DOCUMENT).unwrap();
    fs::write(folder.join("fix.yaml"), overlay).unwrap();
    let mut config = Config::new("api");
    config
        .overlays
        .push(OverlayFile::new(folder.join("fix.yaml")));
    generate(&folder.join("api.yaml"), "api.yaml", &config)
}

/// Code, file, line and column of all that is said.
fn said(actions: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let done = generated(folder.path(), actions);
    let text = rendered(&done.diagnostics, &done.sources);
    let folder = format!("{}/", folder.path().display());
    let text = text.replace(&folder, "");
    let mut lines = text.lines();
    let mut said = Vec::new();
    while let Some(line) = lines.next() {
        let Some((code, _)) = line.split_once("]: ") else {
            continue;
        };
        let at = lines.next().unwrap().trim().trim_start_matches("--> ");
        said.push(format!("{} {at}", code.split_once('[').unwrap().1));
    }
    said
}

#[test]
fn what_was_not_touched_is_where_it_was() {
    let plain = said("  - {target: $.info, update: {description: Pets}}\n");
    let expected = [
        "invalid-object api.yaml:10:27",
        "invalid-object api.yaml:11:51",
        "invalid-object api.yaml:13:80",
    ];
    assert_eq!(plain, expected);
}

#[test]
fn what_moves_up_is_where_it_was() {
    let found = said(
        "  - {target: \"$.paths['/pets'].get.parameters[0]\", remove: true}\n  \
           - {target: \"$.paths['/pets'].get.parameters[?@.in == 'querry']\", remove: true}\n",
    );
    let expected = [
        "invalid-object api.yaml:11:51",
        "invalid-object api.yaml:13:80",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_mended_is_gone_and_what_is_written_is_shown() {
    let found = said(
        "  - {target: \"$.paths['/pets'].get.parameters[1].in\", update: query}\n  \
           - {target: \"$.paths['/pets'].get.parameters[2].schema.type\", update: number}\n  \
           - target: $.paths['/pets'].get.parameters\n    update: [{name: four, in: header, schema: {type: nummber}}]\n  \
           - target: $.paths['/pets'].get.responses['200'].content['application/json']\n    update: {schema: {type: objct}}\n",
    );
    let expected = [
        "invalid-object fix.yaml:7:54",
        "invalid-object fix.yaml:9:29",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_copied_is_shown_where_it_stands_and_once() {
    let found = said(
        "  - {target: \"$.paths['/pets'].get.parameters[?@.name != 'three']\", remove: true}\n  \
           - {target: \"$.paths['/pets'].get.responses\", remove: true}\n  \
           - {target: $.paths, update: {/dogs: {get: {responses: {}}}}}\n  \
           - {target: \"$.paths['/dogs'].get\", copy: \"$.paths['/pets'].get\"}\n  \
           - {target: \"$.paths['/dogs'].get.operationId\", update: listDogs}\n",
    );
    assert!(
        found.contains(&"invalid-object api.yaml:11:51".to_owned()),
        "{found:?}"
    );
    let of_type = found.iter().filter(|one| one.ends_with("api.yaml:11:51"));
    assert_eq!(of_type.count(), 1, "{found:?}");
}

#[test]
fn a_key_is_where_it_is_written_and_its_value_where_that_is() {
    let found = said(
        "  - {target: \"$.paths['/pets'].get.parameters\", remove: true}\n  \
           - {target: \"$.paths['/pets'].get.responses['200']\", update: {contents: {}}}\n  \
           - {target: \"$.info.title\", update: 7}\n",
    );
    let expected = [
        "ignored fix.yaml:5:64",
        "tolerated fix.yaml:6:38",
        "invalid-object api.yaml:13:80",
    ];
    assert_eq!(found, expected);
}

#[test]
fn references_in_an_overlay_start_at_the_document() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("overlays")).unwrap();
    fs::write(
        folder.path().join("pet.yaml"),
        "{type: object, properties: {name: {type: string}}}",
    )
    .unwrap();
    let document = DOCUMENT
        .replace("querry", "query")
        .replace("strin}", "string}")
        .replace("arr}", "array}");
    fs::write(folder.path().join("api.yaml"), document).unwrap();
    let overlay = "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions:\n  \
                   - target: $..content.*.schema\n    update: {items: {$ref: ./pet.yaml}}\n";
    let path = folder.path().join("overlays/fix.yaml");
    fs::write(&path, overlay).unwrap();
    let mut config = Config::new("api");
    config.overlays.push(OverlayFile::new(path));
    let done = generate(&folder.path().join("api.yaml"), "api.yaml", &config);
    let said = rendered(&done.diagnostics, &done.sources);
    assert!(said.is_empty(), "{said}");
    let types = done
        .files
        .iter()
        .find(|(name, _)| name == "types.rs")
        .unwrap();
    assert!(types.1.contains("pub struct Pet"), "{}", types.1);
}
