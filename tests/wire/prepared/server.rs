//! The same over a network.

use generated::wasend::{
    errors::DeleteGroupPictureError as E, operations::DeleteGroupPicture,
    types::DeleteGroupPictureResponse as Done,
};
use outspoken::{Error, MemoryTransport, TransportError, Undocumented, http::StatusCode};

use super::failure;
use crate::support::{run, wasend};

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
