//! Component schemas that nothing uses: they have no type, unless somebody asks for it.

use std::fs;

use outspoken_codegen::{Config, ConfigFile, generate};

use super::document::rendered;

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\n";

const OPERATIONS: &str = "\
paths:
  /pets:
    post:
      operationId: add
      parameters:
        - {name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Body'}}}
      responses:
        '200':
          description: It is there.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
        default:
          description: It is not.
          content: {application/json: {schema: {$ref: '#/components/schemas/Failed'}}}
      callbacks:
        told:
          '{$request.body#/url}':
            post:
              requestBody:
                content: {application/json: {schema: {$ref: '#/components/schemas/Told'}}}
              responses: {'200': {description: Heard.}}
      x-outspoken:
        errors:
          Gone:
            status: 410
            schema: {$ref: '#/components/schemas/Gone'}
webhooks:
  born:
    post:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Born'}}}
      responses: {'200': {description: Heard.}}
";

const SCHEMAS: &str = "\
components:
  schemas:
    Sort: {type: string, enum: [up, down]}
    Body: {type: object, properties: {url: {type: string}}}
    Pet: {type: object, properties: {tail: {$ref: '#/components/schemas/Tail'}}}
    Tail: {type: object, properties: {length: {type: integer}}}
    Failed: {type: object, properties: {why: {type: string}}}
    Told: {type: object, properties: {at: {type: string}}}
    Gone: {type: object, properties: {since: {type: string}}}
    Born: {type: object, properties: {name: {type: string}}}
    Message: {type: object, properties: {inner: {$ref: '#/components/schemas/Inner'}}}
    Inner: {type: object, properties: {text: {type: string}, 1a: {type: string}}}
";

const USED: [&str; 8] = [
    "Sort", "Body", "Pet", "Tail", "Failed", "Told", "Gone", "Born",
];

/// The text of the types of a document, with these settings.
fn types(operations: &str, settings: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pets.yaml");
    fs::write(&path, [HEAD, operations, SCHEMAS].concat()).unwrap();
    let file = folder.path().join("outspoken.toml");
    fs::write(&file, settings).unwrap();
    let mut config = Config::new("pets");
    let file = ConfigFile::read(&file, "outspoken.toml").unwrap();
    file.apply("pets", &mut config);
    let generated = generate(&path, "pets.yaml", &config);
    assert_eq!(rendered(&generated), "");
    let types = generated.files.iter().find(|(name, _)| name == "types.rs");
    types.map_or_else(String::new, |(_, text)| text.clone())
}

fn has(types: &str, name: &str) -> bool {
    [" {", " else"]
        .iter()
        .any(|after| types.contains(&format!(" {name}{after}")))
}

#[test]
fn what_operations_and_webhooks_lead_to_has_a_type() {
    let types = types(OPERATIONS, "");
    for used in USED {
        assert!(has(&types, used), "there is no {used}");
    }
    for unused in ["Message", "Inner"] {
        assert!(!has(&types, unused), "there is {unused}");
    }
    assert!(
        types.contains(
            "//! 2 component schemas that nothing uses have no type: the setting `unused-types`"
        ),
        "{types}"
    );
}

#[test]
fn all_others_have_one_where_it_is_asked_for() {
    let types = types(OPERATIONS, "unused-types = true");
    for name in USED.iter().chain(&["Message", "Inner"]) {
        assert!(has(&types, name), "there is no {name}");
    }
    assert!(!types.contains("nothing uses"), "{types}");
}

#[test]
fn what_settings_name_has_one_and_so_has_what_it_leads_to() {
    for settings in [
        "[rename.types]\nMessage = 'News'",
        "[derive-for]\nMessage = ['Eq']",
        "[rename.members.Message]\ninner = 'within'",
    ] {
        let types = types(OPERATIONS, settings);
        assert!(
            has(&types, "Message") || has(&types, "News"),
            "{settings}\n{types}"
        );
        assert!(has(&types, "Inner"), "{settings}");
    }
}

#[test]
fn a_document_without_operations_is_there_for_its_types() {
    let types = types("paths: {}\n", "");
    for name in USED.iter().chain(&["Message", "Inner"]) {
        assert!(has(&types, name), "there is no {name}");
    }
}
