//! Nexvio: a chatbot's profile picture.

use generated::nexvio::{
    Client, errors::DeleteChatbotProfilePictureError, types::DeleteChatbotProfilePictureResponse,
};
use outspoken::{Error, MemoryTransport, Response, Secret};

use super::{
    deletion::Deletion,
    settings::{Api, Values, required},
};
use crate::outcome::Outcome;

pub(super) const API: Api = Api {
    name: "nexvio",
    variables: &[
        required("NEXVIO_API_KEY", "Nexvio: the API key"),
        required(
            "NEXVIO_CHATBOT_ID",
            "Nexvio: the chatbot whose profile picture is deleted",
        ),
    ],
    deletion,
};

fn deletion(values: &Values) -> Result<Deletion, String> {
    let key = values.secret("NEXVIO_API_KEY");
    let chatbot = values.text("NEXVIO_CHATBOT_ID").to_owned();
    let what = format!("the profile picture of the chatbot {chatbot:?}");
    Ok(Deletion::new(what, move |transport| {
        let call = delete(key.clone(), chatbot.clone(), transport);
        Box::pin(async { Outcome::of(&call.await) })
    }))
}

async fn delete(
    key: Secret,
    chatbot: String,
    transport: Option<MemoryTransport>,
) -> Result<Response<DeleteChatbotProfilePictureResponse>, Error<DeleteChatbotProfilePictureError>>
{
    let mut builder = Client::builder().bearer_auth(key);
    if let Some(transport) = transport {
        builder = builder.transport(transport);
    }
    builder
        .build()?
        .delete_chatbot_profile_picture(chatbot)
        .await
}
