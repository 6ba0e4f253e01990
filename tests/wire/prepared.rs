//! What is to come of a call, said in the operation's own types.

use std::panic::{AssertUnwindSafe, catch_unwind};

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
use outspoken::{
    Bytes, Error, Events, JsonLines, MemoryTransport, Operation, Payload, TransportError,
    Undocumented, Unrecognized,
    http::{Response, StatusCode},
};

use crate::{
    clients::answers,
    support::{SECRET, capillary, nexvio, run, wasend},
};

const URL: &str = "https://example.com/base";

fn client(server: &MemoryTransport) -> generated::wasend::Client {
    wasend(URL).transport(server.clone()).build().unwrap()
}

/// How a test would fail.
fn failure(test: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(test)).unwrap_err();
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => (*payload.downcast::<&str>().unwrap()).to_owned(),
    }
}

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
        let variant = outspoken::ErrorKind::variant(&error);
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
fn what_was_not_as_it_was_prepared_fails_the_test() {
    let op = DeleteGroupPicture::new("s", "g");
    let told = failure(|| {
        let server = MemoryTransport::new();
        server.on(&op).times(2).returns(Done::new(true));
        let client = client(&server);
        run(client.delete_group_picture("s", "g")).unwrap();
        let error = run(client.delete_group_picture("s", "h")).unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("no answer was prepared for `DELETE /base/s/groups/h/picture`"),
            "{text}"
        );
        assert!(text.contains("one was, but its path is another"), "{text}");
        assert!(!text.contains(SECRET), "{text}");
    });
    let mut lines = told.lines();
    assert_eq!(
        lines.next(),
        Some("calls were not as this test prepared for them:")
    );
    let line = lines.next().unwrap();
    let start = "  `delete_group_picture` (`DELETE /s/groups/g/picture`) was called 1 of 2 times, \
        prepared at tests/wire/prepared.rs:";
    assert!(line.starts_with(start), "{line}");
    let line = lines.next().unwrap();
    assert!(
        line.starts_with("  no answer was prepared for `DELETE"),
        "{line}"
    );

    let told = failure(|| {
        let server = MemoryTransport::new();
        server.on(&op).stalls();
        server.verify();
    });
    assert!(told.contains("was not called"), "{told}");
    let told = failure(|| {
        let server = MemoryTransport::new();
        server.on_any::<DeleteGroupPicture>().times(0).stalls();
        let _ = run(client(&server).delete_group_picture("s", "h"));
    });
    assert!(told.contains("was given already"), "{told}");
}

#[test]
fn any_arguments_and_any_answers() {
    let server = MemoryTransport::new();
    let client = client(&server);
    let any = || server.on_any::<DeleteGroupPicture>();
    any().answers(Response::new("{}"));
    let error = run(client.delete_group_picture("s", "g")).unwrap_err();
    assert!(error.kind().unwrap().is_unrecognized());
    any().breaks(TransportError::interrupted("gone"));
    let error = run(client.delete_group_picture("s", "g")).unwrap_err();
    assert!(matches!(error, Error::Transport(_)));
    any().stalls();
    let error = run(client.delete_group_picture("s", "g")).unwrap_err();
    assert!(matches!(error, Error::Timeout(_)));
    any().always().returns(Done::new(true));
    for group in ["a", "b", "c"] {
        run(client.delete_group_picture("s", group)).unwrap();
    }
}

fn answers(server: &MemoryTransport) -> answers::Client {
    let builder = answers::Client::builder().base_url("https://example.com");
    builder.transport(server.clone()).build().unwrap()
}

#[test]
fn outputs_of_every_kind_come_back() {
    use answers::{operations as op, outputs::PutDocumentOutput as Put, types::*};

    let server = MemoryTransport::new();
    let client = answers(&server);
    let document = Document::new("It");
    for (output, status) in [
        (Put::Ok(document.clone()), 200),
        (Put::Created(document.clone()), 201),
        (Put::Accepted(Job::new(7)), 202),
        (Put::NoContent, 204),
        (Put::MovedPermanently(Job::new(8)), 301),
        (Put::Redirection, 300),
    ] {
        server
            .on(&op::PutDocument::new("a"))
            .returns(output.clone());
        let found = run(client.put_document("a")).unwrap();
        assert_eq!(
            (found.status().as_u16(), found.into_inner()),
            (status, output)
        );
    }
    for (output, status) in [(Some(document), 200), (None, 304)] {
        server
            .on(&op::GetDocument::new("a"))
            .returns(output.clone());
        let found = run(client.get_document("a")).unwrap();
        assert_eq!(
            (found.status().as_u16(), found.into_inner()),
            (status, output)
        );
    }
    server
        .on(&op::DeleteDocument::new("a"))
        .status(204)
        .returns(());
    assert_eq!(
        run(client.delete_document("a")).unwrap().status(),
        StatusCode::NO_CONTENT
    );
    for text in ["Name", "\"Name\"", "", "null"] {
        server.on(&op::GetName::new()).returns(text.to_owned());
        server.on(&op::GetMotto::new()).returns(text.to_owned());
        assert_eq!(*run(client.get_name()).unwrap(), text);
        assert_eq!(*run(client.get_motto()).unwrap(), text);
    }
    server.on(&op::GetReport::new()).returns(Report::new(2));
    server
        .on(&op::GetReportAsCsv(op::GetReport::new()))
        .returns("rows\n2\n".to_owned());
    assert_eq!(*run(client.get_report().accept_csv()).unwrap(), "rows\n2\n");
    assert_eq!(run(client.get_report()).unwrap().rows, 2);
    let told = failure(|| server.on(&op::GetReport::new()).returns(Report::new(0)));
    assert!(told.contains("with 200 it is `Empty`"), "{told}");
}

#[test]
fn bodies_that_arrive_piece_by_piece_come_back() {
    use answers::{operations as op, types::Report};

    let server = MemoryTransport::new();
    let client = answers(&server);
    let bytes = Bytes::from_static(b"%PDF");
    server
        .on(&op::Convert::new("a"))
        .returns(bytes.clone().into());
    server
        .on(&op::GetNews::new())
        .returns(Events::of_texts(["one", "two\nlines"]));
    server
        .on(&op::GetLog::new())
        .returns(JsonLines::of([Report::new(1), Report::new(2)]).unwrap());
    run(async {
        let body = client.convert("a").await.unwrap().into_inner();
        assert_eq!(body.collect().await.unwrap(), bytes);
        let mut news = client.get_news().await.unwrap().into_inner();
        assert_eq!(news.next().await.unwrap().unwrap().data, "one");
        assert_eq!(news.next().await.unwrap().unwrap().data, "two\nlines");
        let mut log = client.get_log().await.unwrap().into_inner();
        assert_eq!(log.next().await.unwrap().unwrap().rows, 1);
        assert_eq!(log.next().await.unwrap().unwrap().rows, 2);
        assert!(log.next().await.is_none());
    });
}

#[test]
fn a_server_on_this_machine_answers_the_same() {
    let answers = MemoryTransport::new();
    let server = answers.serve().unwrap();
    let client = wasend(&format!("{}/base", server.url())).build().unwrap();
    let op = DeleteGroupPicture::new("s", "a@b");
    answers
        .on(&op)
        .fails_with(E::TooManyRequests(Undocumented::default()));
    answers.on(&op).breaks(TransportError::interrupted("gone"));
    answers.on(&op).returns(Done::new(true));
    let delete = || run(client.delete_group_picture("s", "a@b"));
    assert!(delete().unwrap_err().kind().unwrap().is_too_many_requests());
    assert!(matches!(delete().unwrap_err(), Error::Transport(_)));
    assert!(delete().unwrap().success);
    let error = run(client.delete_group_picture("s", "c")).unwrap_err();
    let error = error.api().unwrap();
    assert_eq!(error.status(), StatusCode::NOT_IMPLEMENTED);
    let text = String::from_utf8_lossy(error.body());
    assert!(
        text.starts_with("no answer was prepared for `DELETE /base/s/groups/c/picture`"),
        "{text}"
    );
    assert!(failure(|| answers.verify()).contains("no answer was prepared"));
}

#[test]
fn a_request_says_which_operation_it_is_of() {
    let server = MemoryTransport::new();
    server.answer(404, "");
    let _ = run(client(&server).delete_group_picture("s", "g"));
    let requests = server.requests();
    let meta = requests[0].extensions().get::<outspoken::OperationMeta>();
    assert_eq!(meta, Some(&DeleteGroupPicture::META));
}
