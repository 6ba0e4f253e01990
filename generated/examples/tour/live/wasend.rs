//! Wasend: a group's picture.

use generated::wasend::{
    Client, errors::DeleteGroupPictureError, types::DeleteGroupPictureResponse,
};
use outspoken::{Error, MemoryTransport, Response, Secret};

use super::{
    deletion::Deletion,
    settings::{Api, Values, required},
};
use crate::outcome::Outcome;

pub(super) const API: Api = Api {
    name: "wasend",
    variables: &[
        required("WASEND_API_KEY", "Wasend: the API key"),
        required("WASEND_SESSION_ID", "Wasend: the session that acts"),
        required(
            "WASEND_GROUP_ID",
            "Wasend: the group whose picture is deleted, such as 120363025@g.us",
        ),
    ],
    deletion,
};

fn deletion(values: &Values) -> Result<Deletion, String> {
    let key = values.secret("WASEND_API_KEY");
    let session = values.text("WASEND_SESSION_ID").to_owned();
    let group = values.text("WASEND_GROUP_ID").to_owned();
    let what = format!("the picture of the group {group:?}");
    Ok(Deletion::new(what, move |transport| {
        let call = delete(key.clone(), session.clone(), group.clone(), transport);
        Box::pin(async { Outcome::of(&call.await) })
    }))
}

async fn delete(
    key: Secret,
    session: String,
    group: String,
    transport: Option<MemoryTransport>,
) -> Result<Response<DeleteGroupPictureResponse>, Error<DeleteGroupPictureError>> {
    let mut builder = Client::builder().bearer_auth(key);
    if let Some(transport) = transport {
        builder = builder.transport(transport);
    }
    builder.build()?.delete_group_picture(session, group).await
}
