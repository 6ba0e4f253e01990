//! The one place that knows operations: how each is called, and what its errors hold.

use std::future::IntoFuture;

use generated::{
    capillary::errors::DeleteCustomerImageError as Capillary,
    nexvio::errors::DeleteChatbotProfilePictureError as Nexvio,
    wasend::errors::DeleteGroupPictureError as Wasend,
};
use outspoken::{Error, ErrorKind, Response};

use super::{
    account::{self, Holds},
    call::Call,
};
use crate::support::run;

/// Calls the operation with this method name, and tells what came of it.
pub(super) fn perform(method: &str, call: &Call, url: &str) -> String {
    let perform = match method {
        "delete_chatbot_profile_picture" => nexvio,
        "delete_customer_image" => capillary,
        "delete_group_picture" => wasend,
        other => panic!("no operation `{other}`: add it to this table"),
    };
    perform(call, url)
}

/// What the variant of an error holds, whichever it is.
macro_rules! holds {
    ($kind:ident, $enum:ident: $($variant:ident)*) => {
        match $kind {
            $($enum::$variant(held) => held.tell(),)*
            other => panic!("{} is not in this table", other.variant()),
        }
    };
}

/// A client as the call wants it, with the usual credential where it wants one.
macro_rules! client {
    ($api:ident, $call:ident, $url:ident, $builder:ident => $credential:expr) => {{
        let mut $builder = generated::$api::Client::builder();
        $builder = $builder.base_url(&format!("{}{}", $url, $call.prefix));
        for (name, value) in &$call.headers {
            $builder = $builder.header(name, value);
        }
        if let Some(limit) = $call.body_limit {
            $builder = $builder.body_limit(limit);
        }
        if $call.credential {
            $builder = $credential;
        }
        $builder.build().unwrap()
    }};
}

fn nexvio(call: &Call, url: &str) -> String {
    let client = client!(nexvio, call, url, b => b.bearer_auth("test-key"));
    let chatbot_id = call.text("chatbot_id", "chatbot_456def");
    tell(
        client.delete_chatbot_profile_picture(chatbot_id),
        |kind| holds!(kind, Nexvio: ChatbotNotFound NoProfilePicture Unauthorized NotFound Unrecognized),
    )
}

fn capillary(call: &Call, url: &str) -> String {
    let client = client!(capillary, call, url, b => b.basic_auth("user", "pass"));
    let customer_id = call.integer("customer_id", 12_345_678);
    let image_ids = call.integers("image_ids", &[0]);
    tell(
        client.delete_customer_image(customer_id, image_ids),
        |kind| holds!(kind, Capillary: NoImagePassed CustomerNotFound Rejected Unrecognized),
    )
}

fn wasend(call: &Call, url: &str) -> String {
    let client = client!(wasend, call, url, b => b.bearer_auth("test-key"));
    let session_id = call.text("session_id", "my-session");
    let group_id = call.text("group_id", "120363025@g.us");
    tell(client.delete_group_picture(session_id, group_id), |kind| {
        holds!(kind, Wasend: NotDeleted BadRequest Unauthorized Forbidden NotFound
            TooManyRequests InternalServerError Unrecognized)
    })
}

fn tell<C, T, E>(call: C, holds: fn(&E) -> String) -> String
where
    C: IntoFuture<Output = Result<Response<T>, Error<E>>>,
    T: std::fmt::Debug,
    E: ErrorKind,
{
    account::of_result(&run(call), holds)
}
