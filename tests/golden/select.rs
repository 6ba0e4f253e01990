//! A part of a document: what is left out leaves nothing behind, not even its faults.

use std::fs;

use outspoken_codegen::{Config, Generated, generate};

use super::document::rendered;

const DOCUMENT: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: pets/list
      tags: [pets]
      security: [{key: []}]
      responses:
        '200':
          description: All.
          content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}
    post:
      operationId: pets/add
      tags: [pets, writing]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
      responses: {'204': {description: Done.}}
  /broken/{id}:
    get:
      operationId: pets/list
      tags: [broken]
      parameters: [{name: id, in: nowhere}]
      responses: {'200': {$ref: '#/nothing'}}
  /lost: {$ref: '#/nowhere'}
  broken: {get: {tags: [broken], responses: 7}}
webhooks:
  born:
    post:
      tags: [pets]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Born'}}}}
      responses: {'200': {description: Read.}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: key}
    other: {type: http, scheme: basic}
  schemas:
    dog:
      allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {tail: {$ref: '#/components/schemas/Tail'}}}]
    Animal:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}
    Puppy: {allOf: [{$ref: '#/components/schemas/dog'}, {properties: {age: {type: integer}}}]}
    Tail: {type: object, properties: {length: {type: integer}}}
    New: {type: object, properties: {name: {type: string}}}
    new: {type: object, properties: {name: {type: string}, old: {type: boolean}}}
    Born: {type: object, properties: {name: {type: string}}}
    Broken: {type: strin, properties: {a: {$ref: '#/nothing'}}}
";

fn selected(include: &[&str], exclude: &[&str]) -> Generated {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pets.yaml");
    fs::write(&path, DOCUMENT).unwrap();
    let mut config = Config::new("pets");
    let parsed = |patterns: &[&str]| patterns.iter().map(|one| one.parse().unwrap()).collect();
    config.selection.include = parsed(include);
    config.selection.exclude = parsed(exclude);
    generate(&path, "pets.yaml", &config)
}

fn text(generated: &Generated) -> String {
    assert!(!generated.files.is_empty(), "{}", rendered(generated));
    generated
        .files
        .iter()
        .map(|(_, text)| text.as_str())
        .collect()
}

#[test]
fn what_is_broken_can_be_left_out() {
    assert!(selected(&[], &[]).diagnostics.has_errors());
    for (include, exclude) in [
        (&["tag:pets"][..], &[][..]),
        (&["/pets"], &[]),
        (&["id:pets/*"], &["/broken/**"]),
        (&[], &["tag:broken", "/lost"]),
    ] {
        let generated = selected(include, exclude);
        assert_eq!(rendered(&generated), "", "{include:?} {exclude:?}");
        assert!(text(&generated).contains("PetsList"));
    }
}

#[test]
fn only_what_is_reached_is_there() {
    let all = selected(&["tag:pets"], &[]);
    let text = text(&all);
    for there in [
        "struct Animal",
        "Dog",
        "Puppy",
        "struct Tail",
        "struct New",
        "struct Born",
        "fn key(",
    ] {
        assert!(text.contains(there), "there is no {there}");
    }
    for gone in ["Broken", "basic", "New2"] {
        assert!(!text.contains(gone), "there is {gone}");
    }
    let one = self::text(&selected(&["POST /pets"], &[]));
    assert!(one.contains("struct New ") && one.contains("PetsAdd"));
    for gone in ["Animal", "Born", "Tail", "PetsList", "fn key("] {
        assert!(!one.contains(gone), "there is {gone}");
    }
}

#[test]
fn webhooks_are_selected_by_tag_and_name() {
    let is_there = |include: &[&str], exclude: &[&str]| {
        text(&selected(include, exclude)).contains("struct Born")
    };
    assert!(is_there(&["webhook:born"], &[]));
    assert!(is_there(&["/pets"], &[]) == is_there(&["tag:pets"], &["webhook:b*"]));
}

#[test]
fn exclusion_wins() {
    let text = text(&selected(
        &["tag:pets", "id:pets/list"],
        &["tag:writing", "/broken/*"],
    ));
    assert!(text.contains("PetsList") && !text.contains("PetsAdd"));
}

#[test]
fn a_pattern_without_effect_is_told() {
    for (pattern, help) in [
        ("tag:pet", "did you mean `tag:pets`?"),
        ("tag:born", "did you mean `webhook:born`?"),
        ("id:pets/ad", "did you mean `id:pets/add`?"),
        ("id:pet/*", "did you mean `id:pets/*`?"),
        ("/pet/**", "did you mean `/pets/**`?"),
        ("DELETE /pets", "did you mean `GET /pets`?"),
        ("webhook:x", "the document has `born`"),
        (
            "tag:unheard of",
            "the document has `pets`, `writing`, `broken`",
        ),
    ] {
        let said = rendered(&selected(&["/pets"], &[pattern]));
        assert!(said.starts_with("warning[empty-selection]: "), "{said}");
        assert!(said.contains(help), "{pattern}: {said}");
    }
    let said = rendered(&selected(&["/pets"], &["**"]));
    assert!(
        said.contains("nothing is left of what is selected"),
        "{said}"
    );
}
