//! One error type for all operations, and what errors are for other code.

use std::error::Error as StdError;

use generated::{
    nexvio::{self, errors::DeleteChatbotProfilePictureError},
    wasend::{self, errors::DeleteGroupPictureError},
};
use outspoken::{AnyError, ApiError, BuildError, Error, MemoryTransport};

use crate::support::{nexvio, run, wasend};

fn clients(transport: &MemoryTransport) -> (nexvio::Client, wasend::Client) {
    let url = "https://example.com";
    (
        nexvio(url).transport(transport.clone()).build().unwrap(),
        wasend(url).transport(transport.clone()).build().unwrap(),
    )
}

/// Both operations with `?`, as a user writes it.
async fn delete_both(nexvio: &nexvio::Client, wasend: &wasend::Client) -> Result<bool, AnyError> {
    nexvio.delete_chatbot_profile_picture("c").await?;
    let done = wasend.delete_group_picture("s", "g").await?;
    Ok(done.success)
}

const NEXVIO_OK: &str = r#"{"status": "success", "data": {"deleted": true, "chatbot_id": "c"}}"#;

#[test]
fn question_marks_work_across_operations_and_the_enum_comes_back() {
    let transport = MemoryTransport::new();
    transport.answer(
        404,
        r#"{"status": "error", "error": {"code": "not_found", "message": "Chatbot not found"}}"#,
    );
    transport.answer(200, NEXVIO_OK);
    transport.answer(403, "");
    let (nexvio, wasend) = clients(&transport);

    let error = run(async { delete_both(&nexvio, &wasend).await }).unwrap_err();
    let api = error.api().unwrap();
    let kind: &DeleteChatbotProfilePictureError = api.kind().downcast_ref().unwrap();
    assert!(kind.is_chatbot_not_found());
    assert!(
        api.kind()
            .downcast_ref::<DeleteGroupPictureError>()
            .is_none()
    );
    assert_eq!(api.variant(), "ChatbotNotFound");
    assert_eq!(
        error.to_string(),
        "delete_chatbot_profile_picture: 404 not_found: Chatbot not found"
    );

    let error = run(async { delete_both(&nexvio, &wasend).await }).unwrap_err();
    let kind = error
        .kind()
        .unwrap()
        .downcast_ref::<DeleteGroupPictureError>();
    assert!(matches!(kind, Some(DeleteGroupPictureError::Forbidden(_))));
    assert_eq!(transport.unused(), 0);
}

#[test]
fn errors_cross_threads_and_live_in_boxes() {
    fn fits<T: StdError + Send + Sync + Clone + 'static>() {}
    fits::<Error<DeleteGroupPictureError>>();
    fits::<ApiError<DeleteGroupPictureError>>();
    fits::<DeleteGroupPictureError>();
    fits::<AnyError>();
    fits::<BuildError>();

    async fn boxed(client: &wasend::Client) -> Result<(), Box<dyn StdError + Send + Sync>> {
        client.delete_group_picture("s", "g").await?;
        Ok(())
    }
    let transport = MemoryTransport::new();
    transport.answer(429, r#"{"message": "slow down"}"#);
    let (_, wasend) = clients(&transport);
    let error = run(async { boxed(&wasend).await }).unwrap_err();
    let error = error.downcast::<Error<DeleteGroupPictureError>>().unwrap();
    assert!(error.kind().unwrap().is_too_many_requests());
    assert_eq!(error.to_string(), "delete_group_picture: 429: slow down");
    // The kind is what the error is, not what caused it; here nothing did.
    assert!(error.source().is_none());
}

#[test]
fn what_was_kept_is_still_there_after_erasure() {
    let transport = MemoryTransport::new();
    transport.answer(
        409,
        r#"{"status": "error", "error": {"code": "x", "message": 7}}"#,
    );
    let (nexvio, _) = clients(&transport);
    let error = run(nexvio.delete_chatbot_profile_picture("c")).unwrap_err();
    let erased = error.clone().erase();
    assert_eq!(erased.to_string(), error.to_string());
    assert_eq!(erased.status(), error.status());
    assert_eq!(erased.headers(), error.headers());
    assert_eq!(erased.api().unwrap().body(), error.api().unwrap().body());
    assert_eq!(erased.api().unwrap().code(), Some("x"));
}

#[test]
fn a_body_that_does_not_fit_is_the_cause() {
    let transport = MemoryTransport::new();
    transport.answer(
        401,
        r#"{"status": "error", "error": {"code": "unauthorized"}}"#,
    );
    let (nexvio, _) = clients(&transport);
    let error = run(nexvio.delete_chatbot_profile_picture("c")).unwrap_err();
    assert!(error.kind().unwrap().is_unauthorized());
    for cause in [error.source(), error.clone().erase().source()] {
        let text = cause.unwrap().to_string();
        assert!(
            text.contains("missing field `message` at `/error`"),
            "{text}"
        );
    }
}

#[test]
fn a_future_of_a_call_crosses_threads() {
    fn crosses<T: Send>(value: T) -> T {
        value
    }
    let transport = MemoryTransport::new();
    transport.answer(200, NEXVIO_OK);
    let (nexvio, _) = clients(&transport);
    let call = nexvio.delete_chatbot_profile_picture("c").into_future();
    assert!(run(crosses(call)).is_ok());
}
