//! Wasend: the status says what went wrong, and no body of an error is documented.

use generated::wasend::Client;

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
        Visit::pay(server, &DELETE_GROUP_PICTURE, || {
            client.delete_group_picture("my-session", "120363025@g.us")
        })
        .await,
    ])
}

static DELETE_GROUP_PICTURE: Endpoint = Endpoint {
    method: "wasend::Client::delete_group_picture",
    request: "DELETE /my-session/groups/120363025%40g.us/picture",
    authorization: "Bearer tour-key",
    scenarios: &[
        Scenario {
            statuses: &[200],
            body: r#"{"success":true}"#,
            expected: Expected::Output("DeleteGroupPictureResponse { success: true }"),
        },
        Scenario {
            statuses: &[200, 202],
            body: r#"{"success":false}"#,
            expected: Expected::Api("NotDeleted"),
        },
        Scenario {
            statuses: &[400],
            body: r#"{"error":"Bad Request"}"#,
            expected: Expected::Api("BadRequest"),
        },
        Scenario {
            statuses: &[401],
            body: "",
            expected: Expected::Api("Unauthorized"),
        },
        Scenario {
            statuses: &[403],
            body: "only group admins can",
            expected: Expected::Api("Forbidden"),
        },
        // Under a status that says more, `success` says nothing.
        Scenario {
            statuses: &[404],
            body: r#"{"success":false,"message":"no such group"}"#,
            expected: Expected::Api("NotFound"),
        },
        Scenario {
            statuses: &[429],
            body: r#"{"message":"slow down"}"#,
            expected: Expected::Api("TooManyRequests"),
        },
        Scenario {
            statuses: &[500],
            body: "<html>oops</html>",
            expected: Expected::Api("InternalServerError"),
        },
        // Neither this status nor a success that does not say whether it is one is documented.
        Scenario {
            statuses: &[409, 200],
            body: r#"{"message":"picture is being changed"}"#,
            expected: Expected::Api("Unrecognized"),
        },
    ],
};
