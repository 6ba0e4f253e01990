//! An operation is encoded and decoded without a client, a socket or a runtime.
#![deny(warnings)]

use generated::wasend::{errors::DeleteGroupPictureError, operations::DeleteGroupPicture};
use outspoken::{
    Error, Operation, RawResponse, RequestParts,
    http::{HeaderMap, StatusCode},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let operation = DeleteGroupPicture::new("my session", "120363025@g.us");
    let mut request = RequestParts::new(&DeleteGroupPicture::META);
    operation.encode(&mut request)?;
    assert_eq!(
        request.path_and_query()?,
        "/my%20session/groups/120363025%40g.us/picture"
    );
    assert_eq!(DeleteGroupPicture::META.method, "DELETE");
    assert!(DeleteGroupPicture::META.is_idempotent());

    let answer = |status, body: &'static str| RawResponse::new(status, HeaderMap::new(), body);
    let mut done = answer(StatusCode::OK, r#"{"success": true}"#);
    assert!(DeleteGroupPicture::decode(&mut done)?.success);

    let mut refused = answer(StatusCode::OK, r#"{"success": false}"#);
    match DeleteGroupPicture::decode(&mut refused) {
        Err(Error::Api(error)) => match error.into_kind() {
            DeleteGroupPictureError::NotDeleted(body) => {
                assert!(body.get().is_ok_and(|body| !body.success));
            },
            other => panic!("{other}"),
        },
        other => panic!("{other:?}"),
    }
    Ok(())
}
