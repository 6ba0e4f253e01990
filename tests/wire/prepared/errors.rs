//! Errors.

use generated::{
    capillary::{self, errors::DeleteCustomerImageError, operations::DeleteCustomerImage},
    nexvio::{
        self, errors::DeleteChatbotProfilePictureError, operations::DeleteChatbotProfilePicture,
    },
    wasend::{
        errors::DeleteGroupPictureError as E, operations::DeleteGroupPicture,
        types::DeleteGroupPictureResponse as Done,
    },
};
use outspoken::{ErrorKind, MemoryTransport, Payload, Undocumented, Unrecognized};

use super::{URL, client, failure};
use crate::support::{capillary, nexvio, run};

#[test]
fn each_variant_comes_as_it_was_asked_for() {
    let server = MemoryTransport::new();
    let client = client(&server);
    let op = DeleteGroupPicture::new("s", "a@b");
    let none = Undocumented::default();
    for (error, status, body) in [
        (
            E::NotDeleted(Payload::new(Done::new(false))),
            200,
            r#"{"success":false}"#,
        ),
        (E::BadRequest(Undocumented::new("why")), 400, "why"),
        (E::Unauthorized(none.clone()), 401, ""),
        (E::Forbidden(none.clone()), 403, ""),
        (E::NotFound(none.clone()), 404, ""),
        (E::TooManyRequests(none.clone()), 429, ""),
        (E::InternalServerError(none), 500, ""),
        (E::Unrecognized(Unrecognized::new("?")), 501, "?"),
    ] {
        let variant = error.variant();
        server.on(&op).fails_with(error);
        let error = run(client.delete_group_picture("s", "a@b")).unwrap_err();
        let error = error.api().unwrap();
        assert_eq!(
            (error.variant(), error.status().as_u16()),
            (variant, status)
        );
        assert_eq!(error.body(), body);
    }
    server.on(&op).returns(Done::new(true));
    assert!(
        run(client.delete_group_picture("s", "a@b"))
            .unwrap()
            .success
    );
}

#[test]
fn a_second_try_has_another_answer() {
    let server = MemoryTransport::new();
    let client = client(&server);
    let op = DeleteGroupPicture::new("s", "g");
    let busy = E::TooManyRequests(Undocumented::default());
    server
        .on(&op)
        .header("retry-after", "2")
        .times(2)
        .fails_with(busy);
    server.on(&op).returns(Done::new(true));
    for _ in 0..2 {
        let error = run(client.delete_group_picture("s", "g")).unwrap_err();
        assert_eq!(error.retry_after().unwrap().as_secs(), 2);
    }
    run(client.delete_group_picture("s", "g")).unwrap();
    server.verify();
}

#[test]
fn conditions_on_bodies_are_met_or_told() {
    use nexvio::types::{ErrorEnvelope, ErrorEnvelopeError};

    let server = MemoryTransport::new();
    let client = nexvio(URL).transport(server.clone()).build().unwrap();
    let op = DeleteChatbotProfilePicture::new("c");
    let said = |message: &str| {
        Payload::new(ErrorEnvelope::new(ErrorEnvelopeError::new(
            "not_found",
            message,
        )))
    };
    let missing = DeleteChatbotProfilePictureError::ChatbotNotFound;
    server
        .on(&op)
        .status(404)
        .fails_with(missing(said("Chatbot not found")));
    let error = run(client.delete_chatbot_profile_picture("c")).unwrap_err();
    assert!(error.kind().unwrap().is_chatbot_not_found());
    assert_eq!(error.api().unwrap().message(), Some("Chatbot not found"));
    let told = failure(|| server.on(&op).fails_with(missing(said("Another"))));
    assert!(
        told.contains("no answer with this body is read as `ChatbotNotFound`"),
        "{told}"
    );
    assert!(told.contains("with 400 it is `NotFound`"), "{told}");
}

#[test]
fn queries_and_elements_of_lists() {
    use capillary::types::{Code, ErrorEntry, ErrorResponse};

    let server = MemoryTransport::new();
    let client = capillary(URL).transport(server.clone()).build().unwrap();
    let op = DeleteCustomerImage::new(1, [2, 3]);
    let entry = ErrorEntry::new(false, Code::Integer(8015), "No customer found");
    let mut body = ErrorResponse::new();
    body.errors = Some(vec![entry]);
    server
        .on(&op)
        .status(200)
        .fails_with(DeleteCustomerImageError::CustomerNotFound(Payload::new(
            body,
        )));
    let error = run(client.delete_customer_image(1, [2])).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("one was, but its query is another"),
        "{error}"
    );
    let error = run(client.delete_customer_image(1, [2, 3])).unwrap_err();
    let error = error.api().unwrap();
    assert_eq!((error.status().as_u16(), error.code()), (200, Some("8015")));
    let told = failure(|| server.verify());
    assert!(told.contains("no answer was prepared for"), "{told}");
}

#[test]
fn what_comes_without_a_body_is_said_without_one() {
    use crate::clients::answers::{Client, errors::HeadDocumentError as E, operations};

    let server = MemoryTransport::new();
    let client = Client::builder().base_url(URL).transport(server.clone());
    let client = client.build().unwrap();
    let op = operations::HeadDocument::new("a");
    server
        .on(&op)
        .fails_with(E::NotFound(Undocumented::default()));
    let error = run(client.head_document("a")).unwrap_err();
    assert!(error.kind().unwrap().is_not_found());
    let why = E::NotFound(Undocumented::new("why"));
    let told = failure(|| server.on(&op).fails_with(why));
    assert!(
        told.contains("with 404 it is `NotFound` without a body"),
        "{told}"
    );
    // What the document declares has none either.
    let locked = E::Locked(Undocumented::default());
    server.on(&op).fails_with(locked);
    let error = run(client.head_document("a")).unwrap_err();
    assert_eq!(error.status().unwrap(), 423);
}

#[test]
fn errors_come_in_what_is_documented_for_their_status() {
    use crate::clients::answers::{Client, errors::AddOneError as E, operations, types::Fault};

    let server = MemoryTransport::new();
    let client = Client::builder().base_url(URL).transport(server.clone());
    let client = client.build().unwrap();
    let op = operations::AddOne::new();
    let why = |why: &str| Payload::new(Fault::new(why));
    for (error, status, content_type) in [
        (E::Conflict(why("so")), None, "application/problem+json"),
        (E::UnprocessableContent(why("so")), None, "application/json"),
        (
            E::ServiceUnavailable(why("so")),
            None,
            "application/vnd.it+json",
        ),
        (E::ServerError(why("so")), None, "application/problem+json"),
        (E::Taken(why("taken")), Some(200), "application/json"),
        (E::Taken(why("taken")), Some(404), "application/json"),
        (
            E::Taken(why("taken")),
            Some(409),
            "application/problem+json",
        ),
    ] {
        let on = server.on(&op);
        match status {
            Some(status) => on.status(status).fails_with(error),
            None => on.fails_with(error),
        }
        let error = run(client.add_one()).unwrap_err();
        let error = error.api().unwrap();
        let status = error.status();
        assert_eq!(error.headers()["content-type"], content_type, "{status}");
        let is_problem = content_type.contains("problem");
        assert_eq!(error.problem().is_some(), is_problem, "{status}");
    }
}

#[test]
fn problems_come_as_problems() {
    use crate::clients::answers::{Client, errors::GetDocumentError, operations, types::Fault};

    let server = MemoryTransport::new();
    let client = Client::builder().base_url(URL).transport(server.clone());
    let client = client.build().unwrap();
    let fault = Payload::new(Fault::new("too many"));
    let op = operations::GetDocument::new("a");
    server
        .on(&op)
        .fails_with(GetDocumentError::TooManyRequests(fault));
    let error = run(client.get_document("a")).unwrap_err();
    assert!(error.api().unwrap().problem().is_some());
}
