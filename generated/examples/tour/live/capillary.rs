//! Capillary: images of a customer.

use generated::capillary::{
    Client, errors::DeleteCustomerImageError, types::DeleteCustomerImageResponse,
};
use outspoken::{Error, MemoryTransport, Response, Secret};

use super::{
    deletion::Deletion,
    settings::{Api, Values, Variable, required},
};
use crate::outcome::Outcome;

pub(super) const API: Api = Api {
    name: "capillary",
    variables: &[
        required("CAPILLARY_USER", "Capillary: the user"),
        required("CAPILLARY_PASSWORD", "Capillary: the user's password"),
        required(
            "CAPILLARY_CUSTOMER_ID",
            "Capillary: the customer whose images are deleted",
        ),
        required(
            "CAPILLARY_IMAGE_IDS",
            "Capillary: the positions of the images, from 0, such as 0,2",
        ),
        Variable {
            name: "CAPILLARY_CLUSTER",
            meaning: "Capillary: the cluster; eu unless set",
            default: Some("eu"),
        },
    ],
    deletion,
};

#[derive(Clone)]
struct Settings {
    cluster: String,
    user: String,
    password: Secret,
    customer: i64,
    images: Vec<i32>,
}

fn deletion(values: &Values) -> Result<Deletion, String> {
    let customer = values.text("CAPILLARY_CUSTOMER_ID");
    let images = values.text("CAPILLARY_IMAGE_IDS");
    let settings = Settings {
        cluster: values.text("CAPILLARY_CLUSTER").to_owned(),
        user: values.text("CAPILLARY_USER").to_owned(),
        password: values.secret("CAPILLARY_PASSWORD"),
        customer: customer
            .parse()
            .map_err(|_| format!("CAPILLARY_CUSTOMER_ID is no whole number: {customer:?}"))?,
        images: images
            .split(',')
            .map(|image| image.trim().parse())
            .collect::<Result<_, _>>()
            .map_err(|_| format!("CAPILLARY_IMAGE_IDS is no list of numbers: {images:?}"))?,
    };
    let what = format!(
        "the images at the positions {:?} (0 is the first) of the customer {}",
        settings.images, settings.customer
    );
    Ok(Deletion::new(what, move |transport| {
        let call = delete(settings.clone(), transport);
        Box::pin(async { Outcome::of(&call.await) })
    }))
}

async fn delete(
    settings: Settings,
    transport: Option<MemoryTransport>,
) -> Result<Response<DeleteCustomerImageResponse>, Error<DeleteCustomerImageError>> {
    let mut builder = Client::builder()
        .cluster(settings.cluster)
        .basic_auth(settings.user, settings.password);
    if let Some(transport) = transport {
        builder = builder.transport(transport);
    }
    builder
        .build()?
        .delete_customer_image(settings.customer, settings.images)
        .await
}
