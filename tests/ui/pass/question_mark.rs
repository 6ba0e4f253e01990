//! `?` takes the errors of different operations into one type.
#![deny(warnings)]

use std::error::Error as StdError;

use generated::{nexvio, wasend};
use outspoken::{AnyError, Error, MemoryTransport};

async fn into_any(a: &nexvio::Client, b: &wasend::Client) -> Result<bool, AnyError> {
    let picture = a.delete_chatbot_profile_picture("c").await?;
    let group = b.delete_group_picture("s", "g").await?;
    Ok(picture.data.deleted && group.success)
}

async fn into_box(b: &wasend::Client) -> Result<(), Box<dyn StdError + Send + Sync>> {
    b.delete_group_picture("s", "g").await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn StdError>> {
    let server = MemoryTransport::new();
    let bots = nexvio::Client::builder()
        .bearer_auth("key")
        .transport(server.clone())
        .build()?;
    let groups = wasend::Client::builder()
        .bearer_auth("key")
        .transport(server.clone())
        .build()?;

    server.answer(404, r#"{"status": "error", "error": {"code": "not_found", "message": "Chatbot not found"}}"#);
    let error = into_any(&bots, &groups).await.expect_err("there is no such chatbot");
    assert_eq!(error.kind().map(|kind| kind.variant()), Some("ChatbotNotFound"));
    match &error {
        Error::Api(api) => {
            let own = api.kind().downcast_ref::<nexvio::errors::DeleteChatbotProfilePictureError>();
            assert!(own.is_some_and(|own| own.is_chatbot_not_found()));
        }
        Error::Build(_) | Error::Timeout(_) | Error::Transport(_) | Error::Decode(_) => unreachable!(),
        _ => unreachable!(),
    }

    server.answer(403, "");
    let error = into_box(&groups).await.expect_err("forbidden");
    assert!(error.to_string().starts_with("delete_group_picture: 403"), "{error}");
    Ok(())
}
