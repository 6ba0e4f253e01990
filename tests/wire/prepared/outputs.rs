//! Outputs.

use outspoken::{Bytes, Events, JsonLines, MemoryTransport, http::StatusCode};

use super::failure;
use crate::{clients::answers, support::run};

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
