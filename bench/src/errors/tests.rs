use std::fs;

use outspoken_codegen::{
    diagnostic::Pointer,
    source::{Limits, Sources},
};

use super::*;

const DOCUMENT: &str = r##"
openapi: 3.0.3
info: {title: Orders, version: "1"}
paths:
  /orders/{id}#one:
    get: {operationId: other, responses: {'403': {description: No.}}}
    delete: {operationId: other, responses: {'403': {description: No.}}}
  /orders/{id}:
    delete:
      operationId: cancel
      responses:
        '204': {description: Gone.}
        '404':
          $ref: '#/components/responses/Missing'
        5XX: {description: It broke.}
        default:
          description: No.
          content:
            application/problem+json:
              schema: {$ref: '#/components/schemas/Fault'}
              examples:
                good: {value: {kind: late, at: "2024-05-06"}}
                bad: {value: {kind: 7}}
components:
  responses:
    Missing:
      description: Missing.
      content:
        application/json:
          schema:
            type: object
            required: [error]
            properties:
              error:
                type: object
                required: [code, at]
                properties:
                  code: {type: string, enum: [no_order, no_shop]}
                  at: {type: string, format: date-time}
                  more: {$ref: '#/components/schemas/Fault'}
  schemas:
    Fault:
      oneOf:
        - {$ref: '#/components/schemas/Late'}
        - {$ref: '#/components/schemas/Early'}
      discriminator:
        propertyName: kind
        mapping: {late: '#/components/schemas/Late'}
    Late:
      allOf:
        - {type: object, required: [kind], properties: {kind: {type: string}}}
        - {required: [days], properties: {days: {type: integer, minimum: 3, multipleOf: 2}}}
    Early:
      type: object
      required: [kind]
      properties:
        kind: {type: string}
        inner: {$ref: '#/components/schemas/Early'}
        list: {type: array, minItems: 2, items: {type: boolean}}
"##;

fn with_document<T>(run: impl FnOnce(&Documents) -> T) -> T {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.yaml");
    fs::write(&path, DOCUMENT).unwrap();
    let mut sources = Sources::new();
    let read = Documents::read(
        &mut sources,
        &path,
        "orders.yaml",
        &Limits::default(),
        &[],
        true,
    );
    run(&read.unwrap())
}

#[test]
fn bodies_fit_their_schemas() {
    with_document(|documents| {
        let responses = documented::responses(
            documents,
            &json!({"method": "DELETE", "path": "/orders/{id}"}),
        )
        .unwrap();
        let statuses: Vec<_> = responses.iter().map(|one| one.status.as_str()).collect();
        assert_eq!(statuses, ["204", "404", "5XX", "default"]);
        let made = |number: usize| {
            let schema = responses[number].bodies[0].schema.clone().unwrap();
            make::bodies(documents, &schema)
        };
        assert_eq!(
            made(3),
            [
                json!({"kind": "late", "days": 4}),
                json!({"kind": "Early", "list": [true, true]}),
                json!({"kind": "Early"}),
            ]
        );
        let at = "2024-05-06T07:08:09Z";
        let late = json!({"kind": "late", "days": 4});
        assert_eq!(
            made(1),
            [
                json!({"error": {"code": "no_order", "at": at, "more": late}}),
                json!({"error": {"code": "no_shop", "at": at,
                    "more": {"kind": "Early", "list": [true, true]}}}),
                json!({"error": {"code": "no_order", "at": at}}),
                json!({"error": {"code": "no_shop", "at": at}}),
            ]
        );
    });
}

#[test]
fn a_table_has_all_that_is_documented_and_more() {
    let row = |variant: &str, source: &str, status: &str, when: Value| {
        json!({
            "variant": variant, "source": source, "statuses": [status], "when": when,
        })
    };
    let code = |value: &str| json!({"at": "/error/code", "equals": [value]});
    let errors = json!({"operations": [{
        "id": "cancel", "method": "DELETE", "path": "/orders/{id}", "operation": "operations::Cancel",
        "errors": [
            row("NoOrder", "response", "404", code("no_order")),
            row("NoShop", "response", "404", code("no_shop")),
            row("NotFound", "response", "404", Value::Null),
            row("ServerError", "response", "5XX", Value::Null),
            row("Late", "response", "default", json!({"at": "/kind", "equals": ["late"]})),
            row("Unrecognized", "response", "default", Value::Null),
        ],
    }]});
    with_document(|documents| {
        let bad =
            "/paths/~1orders~1{id}/delete/responses/default/content/application~1problem+json";
        let bad = Pointer::parse(&format!("{bad}/examples/bad/value/kind")).unwrap();
        let fault = Place::value(&documents.root.name, bad);
        let table = Table::of(documents, &errors, &[&fault]);
        assert_eq!(
            (table.operations, table.documented, table.faulty),
            (1, 3, 1)
        );
        assert_eq!(table.missing, <[String; 0]>::default());
        let cases = &table.rows[0].cases;
        let of = |status: u16, body: &str| {
            let mut found = cases
                .iter()
                .filter(|one| one.status == status && one.body == body);
            let one = found.next().unwrap();
            (one.variants.join(" "), one.content_type.as_str(), one.fits)
        };
        let shop = r#"{"error":{"code":"no_shop","at":"2024-05-06T07:08:09Z"}}"#;
        assert_eq!(of(404, shop), ("NoShop".to_owned(), JSON, true));
        assert_eq!(of(404, ""), ("NotFound".to_owned(), JSON, false));
        assert_eq!(of(599, "[null]"), ("ServerError".to_owned(), JSON, false));
        let problem = "application/problem+json";
        let late = r#"{"kind":"late","at":"2024-05-06"}"#;
        assert_eq!(of(499, late), ("Late".to_owned(), problem, true));
        assert_eq!(
            of(499, r#"{"kind":7}"#),
            ("Unrecognized".to_owned(), problem, false)
        );
        let mut statuses: Vec<_> = cases.iter().map(|one| one.status).collect();
        statuses.dedup();
        assert_eq!(statuses, [404, 599, 499, 799, 399]);
        let (test, data) = table.test("client");
        assert!(
            test.contains("judge::<client::operations::Cancel>"),
            "{test}"
        );
        assert_eq!(data.lines().count(), table.count());
    });
}

#[test]
fn what_the_generator_does_not_tell_is_missing() {
    let operation =
        |path: &str| json!({"id": "cancel", "method": "DELETE", "path": path, "errors": []});
    let errors = json!({"operations": [operation("/orders/{id}"), operation("/orders")]});
    with_document(|documents| {
        let table = Table::of(documents, &errors, &[]);
        let found = "DELETE /orders: it is not found";
        assert_eq!(
            table.missing,
            ["cancel: 404 is not told", "cancel: 5XX is not told", found]
        );
    });
}

#[test]
fn bodies_meet_their_conditions() {
    let body = put(
        json!({"ok": false, "errors": [{"x": 1}]}),
        "/errors/0/a~1b",
        &json!(7),
    );
    assert_eq!(body, json!({"ok": false, "errors": [{"x": 1, "a/b": 7}]}));
}

#[test]
fn an_error_may_come_with_a_success() {
    let operation = json!({"errors": [
        {"variant": "Unrecognized", "source": "in-band", "statuses": ["2XX"],
         "when": {"at": "/ok", "equals": [false]}},
        {"variant": "Gone", "source": "response", "statuses": ["default"],
         "when": {"at": "/error", "equals": ["gone"]}},
    ]});
    let rows = Rows::of(&operation);
    let gone = json!({"ok": false, "error": "gone"});
    assert_eq!(rows.in_band("default", &gone), ["Gone"]);
    assert_eq!(
        rows.in_band("default", &json!({"ok": false})),
        ["Unrecognized"]
    );
    assert_eq!(
        rows.in_band("default", &json!({"error": "gone"})),
        <[&str; 0]>::default()
    );
}
