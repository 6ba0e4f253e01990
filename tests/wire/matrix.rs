//! Every documented error, under every status that the vendor leaves open, in every order of
//! fields, with and without fields that nobody documented: always its own variant.

mod bodies;

use generated::{
    capillary::operations::DeleteCustomerImage, nexvio::operations::DeleteChatbotProfilePicture,
    wasend::operations::DeleteGroupPicture,
};
use outspoken::{Error, Operation};
use serde_json::{Value, json};

use crate::support::{decoded, verdict};
use bodies::{Shape, members, object, spellings};

/// Of success, of refusal and of failure: vendors leave them open.
const OPEN: [u16; 12] = [200, 201, 202, 400, 401, 403, 404, 409, 422, 429, 500, 503];

/// Reads every spelling of the body under every status, and gives their number.
fn expect<O: Operation>(statuses: &[u16], body: &Shape, variant: &str) -> usize {
    let texts = spellings(body);
    for status in statuses {
        for text in &texts {
            let ended = decoded::<O>(*status, text.clone());
            assert_eq!(verdict(&ended), variant, "{status} {text}");
            let Err(Error::Api(error)) = ended else {
                panic!("{status} {text}");
            };
            assert_eq!(error.status(), *status);
            assert_eq!(error.headers()["x-kept"], "yes");
            assert_eq!(error.body(), text);
        }
    }
    statuses.len() * texts.len()
}

#[test]
fn every_error_of_nexvio_is_its_own_variant() {
    let rows = [
        ("Unauthorized", "unauthorized", "Invalid API key"),
        ("ChatbotNotFound", "not_found", "Chatbot not found"),
        (
            "NoProfilePicture",
            "not_found",
            "This chatbot does not have a custom profile picture",
        ),
        ("NotFound", "not_found", "Chatbot not found."),
        ("NotFound", "not_found", ""),
        ("Unauthorized", "unauthorized", "another message"),
        ("Unrecognized", "locked", "Chatbot not found"),
        ("Unrecognized", "Unauthorized", "Invalid API key"),
        ("Unrecognized", "", ""),
    ];
    let mut count = 0;
    for (variant, code, message) in rows {
        let plain = object([("code", json!(code)), ("message", json!(message))]);
        let more = members([(
            "details",
            json!({ "code": "success", "list": [{ "status": "success" }] }),
        )]);
        for error in [plain.clone(), plain.with(&more)] {
            let body = object([("status", json!("error"))]).and("error", error);
            for body in [
                body.clone(),
                body.with(&members([
                    ("data", json!({ "deleted": true })),
                    ("error_id", json!(1)),
                ])),
            ] {
                count += expect::<DeleteChatbotProfilePicture>(&OPEN, &body, variant);
            }
        }
    }
    println!("Nexvio: {count} answers");
}

#[test]
fn every_error_of_capillary_is_its_own_variant() {
    let not_found = "Customer not found for the given identifiers";
    let rows = [
        ("CustomerNotFound", json!(8015), not_found),
        ("CustomerNotFound", json!("8015"), not_found),
        (
            "NoImagePassed",
            json!(8078),
            "No image passed to be deleted",
        ),
        ("NoImagePassed", json!("8078"), ""),
        ("Rejected", json!(8016), not_found),
        ("Rejected", json!("08015"), not_found),
        ("Rejected", json!(null), not_found),
    ];
    let mut count = 0;
    for (variant, code, message) in rows {
        let entry = |status: Value| {
            object([
                ("status", status),
                ("code", code.clone()),
                ("message", json!(message)),
            ])
        };
        let positive = json!([{ "code": 200, "message": "Success", "status": "true" }]);
        let extra = members([("at", json!({ "status": "true", "code": 200 }))]);
        for entry in [entry(json!(false)), entry(json!(false)).with(&extra)] {
            let alone = Shape::default().and("errors", entry.in_list());
            let beside = alone.with(&members([
                ("warnings", json!([])),
                ("data", positive.clone()),
            ]));
            count += expect::<DeleteCustomerImage>(&OPEN, &alone, variant);
            count += expect::<DeleteCustomerImage>(&OPEN, &beside, variant);
        }
        for status in [json!("false"), json!(false)] {
            let body = Shape::default().and("data", entry(status).in_list());
            let whole = body.with(&members([("errors", json!([])), ("warnings", json!([]))]));
            count += expect::<DeleteCustomerImage>(&OPEN, &body, variant);
            count += expect::<DeleteCustomerImage>(&OPEN, &whole, variant);
        }
    }
    println!("Capillary: {count} answers");
}

#[test]
fn a_warning_of_capillary_is_never_an_error() {
    let warning = object([
        ("status", json!(false)),
        ("code", json!(8015)),
        ("message", json!("m")),
    ]);
    let body = Shape::default()
        .and("warnings", warning.in_list())
        .with(&members([(
            "data",
            json!([{ "code": 200, "message": "Success", "status": "true" }]),
        )]));
    for text in spellings(&body) {
        assert_eq!(
            verdict(&decoded::<DeleteCustomerImage>(200, text)),
            "Ok 200"
        );
    }
}

#[test]
fn every_error_of_wasend_is_its_own_variant() {
    let rows = [
        (400, "BadRequest"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (404, "NotFound"),
        (429, "TooManyRequests"),
        (500, "InternalServerError"),
        (409, "Unrecognized"),
        (302, "Unrecognized"),
        (503, "Unrecognized"),
    ];
    let bodies = [
        "",
        "null",
        "[]",
        "not json",
        "{\"success\": true}",
        "{\"success\": false}",
        "{\"error\": {\"code\": 1}}",
        "<html>",
        "\u{feff}{}",
        "{\"message\": \"no\"",
    ];
    let mut count = 0;
    for (status, variant) in rows {
        for body in bodies {
            let ended = decoded::<DeleteGroupPicture>(status, body);
            assert_eq!(verdict(&ended), variant, "{status} {body}");
            count += 1;
        }
    }
    let refused = object([("success", json!(false))]);
    let extra = members([
        ("message", json!("no")),
        ("data", json!({ "success": true })),
    ]);
    for body in [refused.clone(), refused.with(&extra)] {
        count += expect::<DeleteGroupPicture>(&[200, 201, 202, 206, 299], &body, "NotDeleted");
    }
    println!("Wasend: {count} answers");
}
