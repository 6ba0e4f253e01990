//! The same over a network.

use std::time::Duration;

use generated::wasend::{
    errors::DeleteGroupPictureError as E, operations::DeleteGroupPicture,
    types::DeleteGroupPictureResponse as Done,
};
use outspoken::{
    Body, BoxFuture, Error, Loopback, MemoryTransport, ReqwestTransport, Transport, TransportError,
    Undocumented,
    http::{Request, Response, StatusCode},
};

use super::failure;
use crate::{
    clients::answers::{
        self,
        operations::{Convert, HeadDocument},
        outputs::HeadDocumentOutput,
    },
    support::{run, wasend},
};

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
fn what_is_left_when_the_server_ends_is_told_to_who_ends_it() {
    let told = failure(|| {
        let answers = MemoryTransport::new();
        let any = answers.on_any::<DeleteGroupPicture>();
        any.returns(Done::new(true));
        let server = answers.serve().unwrap();
        drop(answers);
        drop(server);
    });
    assert!(
        told.contains(
            "`delete_group_picture` (`DELETE /{sessionId}/groups/{groupId}/picture`) was not called"
        ),
        "{told}"
    );
}

#[test]
fn an_answer_ends_where_its_body_does() {
    let server = MemoryTransport::new();
    let op = Convert::new("a");
    let prepare = |name: &str, value: &str| {
        let on = server.on(&op).header(name, value);
        on.returns("abcdef".into());
    };
    for (name, value, why) in [
        ("content-length", "3", "not that of the body, which is 6"),
        ("Content-Length", "six", "not that of the body, which is 6"),
        ("transfer-encoding", "chunked", "cannot stand in an answer"),
        ("trailer", "x-sum", "cannot stand in an answer"),
    ] {
        let told = failure(|| prepare(name, value));
        assert!(told.starts_with("`convert`"), "{told}");
        assert!(told.contains(why), "{told}");
    }
    let answer = || Response::builder().header("content-length", "3");
    let told = failure(|| server.on(&op).answers(answer().body("abcdef").unwrap()));
    assert!(told.contains("which is 6"), "{told}");
    let told = failure(|| server.answer_with(answer().body("abcdef").unwrap()));
    assert!(told.contains("which is 6"), "{told}");

    // What is true may be said, and of a body that does not come, anything.
    prepare("content-length", "6");
    let head = HeadDocument::new("a");
    let length = server.on(&head).header("content-length", "99");
    length.returns(HeadDocumentOutput::Ok);
    let listening = server.serve().unwrap();
    let builder = answers::Client::builder().base_url(&listening.url());
    let client = builder.build().unwrap();
    let found = run(client.convert("a")).unwrap();
    assert_eq!(run(found.into_inner().collect()).unwrap(), "abcdef");
    let found = run(client.head_document("a")).unwrap();
    assert_eq!(found.headers()["content-length"], "99");
    server.verify();
}

/// Says anything of where its answers end.
struct Loose;

impl Transport for Loose {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let answer = match request.uri().path() {
            "/true" => Response::builder().header("transfer-encoding", "chunked"),
            "/none" => Response::builder()
                .status(304)
                .header("content-length", "9"),
            _ => Response::builder().header("content-length", "9"),
        };
        let body = if request.uri().path() == "/none" {
            ""
        } else {
            "abc"
        };
        Box::pin(async move { Ok(answer.body(Body::from(body)).unwrap()) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

#[test]
fn what_a_transport_says_of_its_own_way_is_not_handed_on() {
    let server = Loopback::serve(Loose).unwrap();
    let get = |path: &str| {
        let transport = ReqwestTransport::new(Duration::from_secs(9)).unwrap();
        let request = Request::get(format!("{}{path}", server.url()));
        let request = request.body(Body::empty()).unwrap();
        run(async move {
            let answer = transport.send(request).await.unwrap();
            let status = answer.status().as_u16();
            (status, answer.into_body().collect().await.unwrap())
        })
    };
    assert_eq!(get("/true"), (200, "abc".into()));
    assert_eq!(get("/none"), (304, "".into()));
    let (status, text) = get("/false");
    assert_eq!(status, 501);
    assert_eq!(text, "`content-length` is not that of the body, which is 3");
}
