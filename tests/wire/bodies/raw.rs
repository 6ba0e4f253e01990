//! Text, bytes, and what the caller says it is.

use outspoken::{Body, Bytes, Content};

use super::{client, refused, sent};
use crate::clients::bodies::operations::{
    SendBytes, SendForm, SendJson, SendLatin, SendPicture, SendText,
};
use crate::clients::bodies::types::Order;

#[test]
fn text_says_its_charset_where_it_needs_one() {
    let plain = |text: &str| sent(SendText::new(text));
    assert_eq!(plain("a"), ("text/plain".to_owned(), "a".to_owned()));
    assert_eq!(plain("é").0, "text/plain; charset=utf-8");
    let latin = "text/plain; charset=iso-8859-1";
    assert_eq!(
        sent(SendLatin::new("a")),
        (latin.to_owned(), "a".to_owned())
    );
    let reason = refused(SendLatin::new("é"));
    assert_eq!(
        reason,
        format!("it is not ASCII, and would not be `{latin}`")
    );
}

#[test]
fn bytes_are_sent_as_they_are() {
    let octets = "application/octet-stream".to_owned();
    assert_eq!(
        sent(SendBytes::new("a\0b")),
        (octets.clone(), "a\0b".to_owned())
    );
    assert_eq!(
        sent(SendBytes::new(vec![b'a'])),
        (octets.clone(), "a".to_owned())
    );
    assert_eq!(sent(SendBytes::new(Bytes::new())), (octets, String::new()));
}

#[test]
fn the_caller_says_what_it_is() {
    let picture = |content_type: &str| SendPicture::new(Content::new(content_type, "<svg/>"));
    for content_type in ["image/svg+xml", "Image/PNG; a=b"] {
        assert_eq!(sent(picture(content_type)).0, content_type);
    }
    for content_type in ["text/plain", "image/*", "image/", "image", "", "images/png"] {
        let reason = refused(picture(content_type));
        assert_eq!(
            reason, "its content type is not one of `image/*`",
            "{content_type}"
        );
    }
    let reason = refused(picture("image/png\r\nx: y"));
    assert_eq!(reason, "its media type cannot stand in a header");
}

#[test]
fn json() {
    let mut order = Order::new("n");
    order.price = Some(0.1);
    let request = client().request(&SendJson::new(order.clone())).unwrap();
    assert_eq!(request.method(), "PATCH");
    assert_eq!(
        sent(SendJson::new(order)),
        (
            "application/json".to_owned(),
            r#"{"note":"n","price":0.1}"#.to_owned()
        )
    );
}

#[test]
fn a_number_that_json_has_not_is_refused() {
    let mut order = Order::new("n");
    order.price = Some(f32::NAN);
    assert_eq!(
        refused(SendJson::new(order.clone())),
        "a number is not finite"
    );
    assert_eq!(
        refused(SendForm::new().body(order)),
        "a number is not finite"
    );
}

#[test]
fn bodies_do_not_show() {
    let operation = SendBytes::new("s3cr3t");
    assert_eq!(
        format!("{operation:?}"),
        "SendBytes { body: Body(6 bytes) }"
    );
    assert_eq!(operation, SendBytes::new("s3cr3t"));
    assert_ne!(operation, SendBytes::new(Body::empty()));
}
