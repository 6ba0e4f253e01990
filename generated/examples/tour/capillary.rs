//! Capillary: the lists in the body say what went wrong, under any status.

use generated::capillary::Client;

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
        .basic_auth("tour", "password")
        .build()?;
    Ok(vec![
        Visit::pay(server, &DELETE_CUSTOMER_IMAGE, || {
            client.delete_customer_image(12_345_678, [0, 2])
        })
        .await,
    ])
}

static DELETE_CUSTOMER_IMAGE: Endpoint = Endpoint {
    method: "capillary::Client::delete_customer_image",
    request: "DELETE /v2/customers/12345678/deleteImage?image_ids=0&image_ids=2",
    authorization: "Basic dG91cjpwYXNzd29yZA==",
    scenarios: &[
        Scenario {
            statuses: &[200],
            body: r#"{"data":[{"code":200,"message":"Success","status":"true"}],"warnings":[],"errors":[]}"#,
            expected: Expected::Output(
                "DeleteCustomerImageResponse { data: [Outcome { code: Integer(200), \
                 message: \"Success\", status: True }], warnings: Some([]), errors: Some([]) }",
            ),
        },
        // A warning is never an error, whatever its status and code are.
        Scenario {
            statuses: &[200],
            body: r#"{"data":[{"code":200,"message":"Success","status":"true"}],"warnings":[{"status":false,"code":8015}]}"#,
            expected: Expected::Output(
                "DeleteCustomerImageResponse { data: [Outcome { code: Integer(200), \
                 message: \"Success\", status: True }], warnings: Some([Warning { \
                 status: Some(false), code: Some(Integer(8015)), message: None }]), errors: None }",
            ),
        },
        // The vendor shows no body for this code: it comes in the shape of the others.
        Scenario {
            statuses: &[400, 422, 200],
            body: r#"{"errors":[{"status":false,"code":8078,"message":"No image passed to be deleted"}]}"#,
            expected: Expected::Api("NoImagePassed"),
        },
        Scenario {
            statuses: &[404, 400, 200],
            body: r#"{"errors":[{"status":false,"code":8015,"message":"Customer not found for the given identifiers"}]}"#,
            expected: Expected::Api("CustomerNotFound"),
        },
        // The code as a string of digits, in an outcome instead of an error.
        Scenario {
            statuses: &[500, 200],
            body: r#"{"data":[{"code":"8015","message":"Customer not found","status":"false"}],"errors":[]}"#,
            expected: Expected::Api("CustomerNotFound"),
        },
        Scenario {
            statuses: &[400, 200],
            body: r#"{"errors":[{"status":false,"code":9001,"message":"Image service is closed"}]}"#,
            expected: Expected::Api("Rejected"),
        },
        Scenario {
            statuses: &[200],
            body: r#"{"data":[{"code":500,"message":"Not deleted","status":"false"}],"errors":[]}"#,
            expected: Expected::Api("Rejected"),
        },
        Scenario {
            statuses: &[401, 200],
            body: r#"{"fault":"Access denied"}"#,
            expected: Expected::Api("Unrecognized"),
        },
    ],
};
