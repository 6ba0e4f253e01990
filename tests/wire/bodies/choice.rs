//! Bodies of one of several media types.

use outspoken::Body;

use super::sent;
use crate::clients::bodies::{
    operations::SendChoice,
    types::{Order, SendChoiceBody},
};

#[test]
fn the_variant_says_how() {
    let order = Order::new("a b");
    for (body, content_type, text) in [
        (
            SendChoiceBody::Json(order.clone()),
            "application/json",
            r#"{"note":"a b"}"#,
        ),
        (
            SendChoiceBody::Form(order),
            "application/x-www-form-urlencoded",
            "note=a+b",
        ),
        (SendChoiceBody::Csv("a,b".to_owned()), "text/csv", "a,b"),
        (
            SendChoiceBody::Bytes(Body::from("a")),
            "application/octet-stream",
            "a",
        ),
    ] {
        assert_eq!(
            sent(SendChoice::new(body)),
            (content_type.to_owned(), text.to_owned())
        );
    }
}

#[test]
fn what_is_one_variant_alone_becomes_it() {
    assert_eq!(sent(SendChoice::new("a,b")).0, "text/csv");
    assert_eq!(
        sent(SendChoice::new(Body::from("a"))).0,
        "application/octet-stream"
    );
}
