//! Nexvio: the vendor documents no statuses for its errors, so each comes under several.

use generated::nexvio::Client;

use crate::{
    Failure,
    scenario::{Endpoint, Expected, Scenario},
    server::Server,
    visit::Visit,
};

/// Calls every operation of the API, with a client as a user would make it.
pub(crate) async fn visit(server: &Server) -> Result<Vec<Visit>, Failure> {
    let client = Client::builder()
        .base_url(server.url())
        .bearer_auth("tour-key")
        .build()?;
    Ok(vec![
        Visit::pay(server, &DELETE_CHATBOT_PROFILE_PICTURE, || {
            client.delete_chatbot_profile_picture("chatbot_456def")
        })
        .await,
    ])
}

static DELETE_CHATBOT_PROFILE_PICTURE: Endpoint = Endpoint {
    method: "nexvio::Client::delete_chatbot_profile_picture",
    request: "DELETE /v1/chatbots/chatbot_456def/profile-picture",
    authorization: "Bearer tour-key",
    scenarios: &[
        Scenario {
            statuses: &[200],
            body: r#"{"status":"success","data":{"deleted":true,"chatbot_id":"chatbot_456def"}}"#,
            expected: Expected::Output(
                "DeleteChatbotProfilePictureResponse { status: \"success\", \
                 data: DeleteChatbotProfilePictureResponseData { deleted: true, \
                 chatbot_id: \"chatbot_456def\" } }",
            ),
        },
        Scenario {
            statuses: &[401, 403, 200],
            body: r#"{"status":"error","error":{"code":"unauthorized","message":"Invalid API key"}}"#,
            expected: Expected::Api("Unauthorized"),
        },
        Scenario {
            statuses: &[404, 400, 200],
            body: r#"{"status":"error","error":{"code":"not_found","message":"Chatbot not found"}}"#,
            expected: Expected::Api("ChatbotNotFound"),
        },
        Scenario {
            statuses: &[404, 409, 200],
            body: r#"{"status":"error","error":{"code":"not_found","message":"This chatbot does not have a custom profile picture"}}"#,
            expected: Expected::Api("NoProfilePicture"),
        },
        // The code is known, the message is not.
        Scenario {
            statuses: &[404, 200],
            body: r#"{"status":"error","error":{"code":"not_found","message":"Team not found"}}"#,
            expected: Expected::Api("NotFound"),
        },
        // A code that the vendor does not document, with details, as some errors have them.
        Scenario {
            statuses: &[422, 200],
            body: r#"{"status":"error","error":{"code":"locked","message":"Try later","details":{"by":"a job"}}}"#,
            expected: Expected::Api("Unrecognized"),
        },
        Scenario {
            statuses: &[502],
            body: "<html><body>Bad Gateway</body></html>",
            expected: Expected::Api("Unrecognized"),
        },
        // Says that it succeeded, and does not say what was deleted.
        Scenario {
            statuses: &[200],
            body: r#"{"status":"success"}"#,
            expected: Expected::Decode,
        },
    ],
};
