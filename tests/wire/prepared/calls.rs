//! Which calls are answered, and what becomes of the others.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use generated::wasend::{
    operations::DeleteGroupPicture, types::DeleteGroupPictureResponse as Done,
};
use outspoken::{
    Body, Bytes, Error, FilePart, MemoryTransport, Operation, OperationMeta, TransportError,
    http::Response,
};

use super::{URL, client, failure};
use crate::{
    clients::{answers, bodies, secured},
    support::{SECRET, run},
};

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
        prepared at tests/wire/prepared/calls.rs:";
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
        server.on_any::<DeleteGroupPicture>().never();
        server.answer(204, "");
        let _ = run(client(&server).delete_group_picture("s", "h"));
    });
    assert!(told.contains("was not to be called"), "{told}");
    let told = failure(|| {
        let server = MemoryTransport::new();
        let _ = run(client(&server).delete_group_picture("s", "h"));
        server.verify();
    });
    assert!(told.contains("no answer was prepared"), "{told}");
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

#[test]
fn a_request_says_which_operation_it_is_of() {
    let server = MemoryTransport::new();
    server.answer(404, "");
    let _ = run(client(&server).delete_group_picture("s", "g"));
    let requests = server.requests();
    let meta = requests[0].extensions().get::<OperationMeta>();
    assert_eq!(meta, Some(&DeleteGroupPicture::META));
}

/// A stream that is not there at once, as that of a file is not.
fn late(bytes: &'static [u8]) -> Body {
    let mut left = 3;
    let mut piece = Some(Ok::<_, TransportError>(Bytes::from_static(bytes)));
    Body::stream(Pieces(move |context: &mut Context<'_>| {
        if left > 0 {
            left -= 1;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(piece.take())
    }))
}

struct Pieces<F>(F);

impl<F> futures_core::Stream for Pieces<F>
where
    F: FnMut(&mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> + Unpin,
{
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        (self.0)(context)
    }
}

#[test]
fn bodies_that_are_waited_for_are_waited_for() {
    use bodies::{
        operations::{SendBytes, Upload},
        types::{Order, UploadBody},
    };

    let server = MemoryTransport::new();
    let builder = bodies::Client::builder().base_url(URL);
    let client = builder.transport(server.clone()).build().unwrap();
    server.on(&SendBytes::new(Body::empty())).returns(());
    let told = run(client.send_bytes("other")).unwrap_err().to_string();
    assert!(told.contains("one was, but its body is another"), "{told}");
    run(client.send_bytes(Body::empty())).unwrap();
    server.on_any::<SendBytes>().returns(());
    run(client.send_bytes(late(b"PNG"))).unwrap();

    // What parts a file from the rest follows from what it is: it is the body that is another.
    let with = |bytes: &'static str| {
        let file = FilePart::new(bytes).header("X-Sum", "1");
        UploadBody::new(Order::new("it"), file)
    };
    server.on(&Upload::new(with("PNG"))).returns(());
    let told = run(client.upload(with("GIF"))).unwrap_err().to_string();
    assert!(told.contains("one was, but its body is another"), "{told}");
    run(client.upload(with("PNG"))).unwrap();

    // What parts a stream from the rest is another text each time.
    let body = || {
        let file = FilePart::new(late(b"PNG")).header("X-Sum", "1");
        UploadBody::new(Order::new("it"), file)
    };
    server.on(&Upload::new(body())).returns(());
    run(client.upload(body())).unwrap();
    assert!(failure(|| server.verify()).contains("no answer was prepared"));
    let told = failure(|| {
        server
            .on_any::<SendBytes>()
            .always()
            .answers(Response::new(late(b"1")))
    });
    assert!(
        told.contains("a stream answers one call, and no more"),
        "{told}"
    );
}

#[test]
fn another_representation_is_told() {
    use answers::{
        operations::{GetReport, GetReportAsCsv},
        types::Report,
    };

    let server = MemoryTransport::new();
    let builder = answers::Client::builder().base_url(URL);
    let client = builder.transport(server.clone()).build().unwrap();
    let told = || {
        let error = run(client.get_report().accept_csv()).unwrap_err();
        error.to_string()
    };
    let hint = "for `get_report` (`GET /report`) one was, but what it accepts is another";
    server.on_any::<GetReport>().returns(Report::new(1));
    assert!(told().contains(hint), "{}", told());
    // What was given already was another one, too.
    run(client.get_report()).unwrap();
    assert!(told().contains(hint), "{}", told());
    assert!(!told().contains("given already"), "{}", told());
    server
        .on_any::<GetReportAsCsv>()
        .always()
        .returns("rows".to_owned());
    run(client.get_report().accept_csv()).unwrap();
    let error = run(client.get_report()).unwrap_err().to_string();
    assert!(error.contains(hint), "{error}");
    assert!(error.contains("was given already"), "{error}");
    assert!(failure(|| server.verify()).contains(hint));
}

#[test]
fn credentials_are_no_arguments() {
    let server = MemoryTransport::new();
    let builder = secured::Client::builder()
        .base_url(URL)
        .transport(server.clone());
    let client = builder.in_query(SECRET).in_cookie(SECRET).build().unwrap();
    server.on(&secured::operations::Both::new()).returns(());
    run(client.both()).unwrap();
    server.verify();
}
