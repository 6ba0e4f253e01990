//! Each operation as people call it, with the kinds of arguments that they have at hand.
#![deny(warnings)]

use generated::{capillary, nexvio, wasend};
use outspoken::{AnyError, MemoryTransport};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = MemoryTransport::new();

    server.answer(200, r#"{"status": "success", "data": {"deleted": true, "chatbot_id": "c"}}"#);
    let client = nexvio::Client::builder()
        .bearer_auth("key")
        .transport(server.clone())
        .build()?;
    let id = String::from("c");
    let done = client.delete_chatbot_profile_picture(&id).await?;
    assert!(done.data.deleted && done.status().is_success());
    let nexvio::types::DeleteChatbotProfilePictureResponse { status, data } = done.into_inner();
    println!("{status:?} {data:?}");

    server.answer(200, r#"{"data": [{"code": 200, "message": "Success", "status": "true"}]}"#);
    server.answer(200, r#"{"errors": [{"status": false, "code": 8015, "message": "No"}]}"#);
    let client = capillary::Client::builder()
        .cluster("eu")
        .basic_auth("user", "password")
        .transport(server.clone())
        .build()?;
    let done = client.delete_customer_image(12_345_678, [0, 2]).await?;
    assert_eq!(done.data.first().map(|one| one.message.as_str()), Some("Success"));
    let images: Vec<i32> = (0..3).collect();
    let error = client.delete_customer_image(1, images).await.unwrap_err();
    assert!(error.kind().is_some_and(|kind| kind.is_customer_not_found()));
    let error: AnyError = error.into();
    assert_eq!(error.api().and_then(|api| api.code()), Some("8015"));

    server.answer(200, r#"{"success": true}"#);
    let client = wasend::Client::builder()
        .bearer_auth(String::from("key"))
        .transport(server.clone())
        .build()?;
    // Clones share their settings, and calls can be prepared, kept and sent later.
    let call = client.clone();
    let call = call.delete_group_picture("session", "120363025@g.us");
    assert!(call.await?.success);

    let paths: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.uri().path().to_owned())
        .collect();
    assert_eq!(paths.len(), 4);
    Ok(())
}
