//! Component schemas that nothing uses: they have no type, unless somebody asks for it.

use std::fs;

use outspoken_codegen::{Config, ConfigFile, Generated, generate};

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
  /tasks:
    get:
      operationId: tasks
      responses:
        '200':
          description: They are there.
          content: {application/json: {schema: {$ref: '#/components/schemas/Task'}}}
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
    Pet:
      allOf:
        - $ref: '#/components/schemas/Base'
        - {type: object, properties: {tail: {$ref: '#/components/schemas/Tail'}}}
    Base: {type: object, properties: {id: {type: string}}}
    Tail: {type: object, properties: {length: {type: integer}}}
    Failed: {type: object, properties: {why: {type: string}}}
    Told: {type: object, properties: {at: {type: string}}}
    Gone: {type: object, properties: {since: {type: string}}}
    Born: {type: object, properties: {name: {type: string}}}
    Message: {type: object, properties: {inner: {$ref: '#/components/schemas/Inner'}}}
    Inner: {type: object, properties: {on: {type: string, format: date}}}
    Session: {type: object, properties: {q: {title: Setup, type: object, properties: {x: {type: string}}}}}
    Task: {type: object, properties: {q: {title: Setup, type: object, properties: {y: {type: string}}}}}
";

const USED: [&str; 10] = [
    "Sort", "Body", "Pet", "Base", "Tail", "Failed", "Told", "Gone", "Born", "Task",
];

const UNUSED: [&str; 3] = ["Message", "Inner", "Session"];

/// A document with these operations, with these settings.
fn generated(operations: &str, settings: &str) -> Generated {
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
    generated
}

/// The text of its types.
fn types(operations: &str, settings: &str) -> String {
    let files = generated(operations, settings).files;
    let types = files.into_iter().find(|(name, _)| name == "types.rs");
    types.map_or_else(String::new, |(_, text)| text)
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
    for unused in UNUSED {
        assert!(!has(&types, unused), "there is {unused}");
    }
    let said = "//! 4 types that nothing uses are left out; the setting `unused-types` keeps them.";
    assert!(types.contains(said), "{types}");
}

#[test]
fn all_others_have_one_where_it_is_asked_for() {
    for settings in [
        "unused-types = true",
        "unused-types = true\ninclude = ['/tasks']",
    ] {
        let types = types(OPERATIONS, settings);
        for name in USED.iter().chain(&UNUSED) {
            assert!(has(&types, name), "there is no {name}: {settings}");
        }
        assert!(!types.contains("nothing uses"), "{types}");
    }
}

#[test]
fn others_are_called_the_same_with_and_without_them() {
    for settings in ["", "unused-types = true", "[derive-for]\nSession = ['Eq']"] {
        let types = types(OPERATIONS, settings);
        let task = types.split(" Task {").nth(1).unwrap();
        let task = task.split("object!").next().unwrap();
        assert!(task.contains("Setup2 = \"q\""), "{settings}: {task}");
    }
}

#[test]
fn what_only_they_need_is_not_asked_of_the_runtime() {
    assert!(generated(OPERATIONS, "").features.is_empty());
    assert_eq!(
        generated(OPERATIONS, "unused-types = true").features,
        ["jiff"]
    );
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
    let within = "[rename.types]\n'/components/schemas/Session/properties/q' = 'Config'";
    let types = types(OPERATIONS, within);
    assert!(has(&types, "Config") && !has(&types, "Session"), "{types}");
}

#[test]
fn a_document_without_operations_is_there_for_its_types() {
    let types = types("paths: {}\n", "");
    for name in USED.iter().chain(&UNUSED) {
        assert!(has(&types, name), "there is no {name}");
    }
}
