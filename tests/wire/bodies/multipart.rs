//! `multipart/form-data`.

use std::collections::BTreeMap;

use outspoken::{Body, FileOr, FilePart};

use super::{refused, sent};
use crate::clients::{
    bodies::{
        operations::{SendParts, Upload},
        types::{Line, Order, UploadBody, UploadBodyLink},
    },
    parts_31::{operations::SendStyled, types::SendStyledBody},
};

/// The parts of a body, each with its head.
fn parts((content_type, body): (String, String)) -> Vec<String> {
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let body = body.strip_prefix(&format!("--{boundary}\r\n")).unwrap();
    let body = body
        .strip_suffix(&format!("\r\n--{boundary}--\r\n"))
        .unwrap();
    body.split(&format!("\r\n--{boundary}\r\n"))
        .map(str::to_owned)
        .collect()
}

fn disposition(name: &str) -> String {
    format!("Content-Disposition: form-data; name=\"{name}\"\r\n")
}

fn picture() -> FilePart {
    FilePart::from("PNG").header("X-Sum", "1")
}

#[test]
fn values_by_their_type() {
    let mut order = Order::new("# é");
    order.count = Some(3);
    order.tags = Some(vec!["x".to_owned(), "y".to_owned()]);
    let line = Line {
        article: Some("a".to_owned()),
        count: None,
    };
    order.lines = Some(vec![line.clone(), line.clone()]);
    order.line = Some(line);
    let json = "Content-Type: application/json\r\n\r\n{\"article\":\"a\"}";
    let expected = [
        format!(
            "{}Content-Type: text/markdown\r\nX-Kind: note\r\n\r\n# é",
            disposition("note")
        ),
        format!("{}\r\n3", disposition("count")),
        format!("{}\r\nx", disposition("tags")),
        format!("{}\r\ny", disposition("tags")),
        format!("{}{json}", disposition("lines")),
        format!("{}{json}", disposition("lines")),
        format!("{}{json}", disposition("line")),
    ];
    assert_eq!(parts(sent(SendParts::new(order))), expected);
}

#[test]
fn files_in_the_order_of_the_document() {
    let mut body = UploadBody::new(Order::new("n"), picture().content_type("image/webp"));
    body.more = Some(vec![FilePart::new("1").file_name("1.txt"), "2".into()]);
    body.link = Some(FileOr::Value(UploadBodyLink {
        url: Some("u".to_owned()),
    }));
    body.additional_parts = BTreeMap::from([("z".to_owned(), "v".to_owned())]);
    let file = |name: &str, file_name: &str, content_type: &str| {
        let line = disposition(name).replace("\r\n", &format!("; filename=\"{file_name}\"\r\n"));
        format!("{line}Content-Type: {content_type}\r\n")
    };
    let json = "Content-Type: application/json\r\n\r\n";
    let expected = [
        format!("{}{json}{{\"note\":\"n\"}}", disposition("about")),
        format!("{}\r\n1", file("more", "1.txt", "application/octet-stream")),
        format!("{}\r\n2", file("more", "blob", "application/octet-stream")),
        format!("{}X-Sum: 1\r\n\r\nPNG", file("file", "blob", "image/webp")),
        format!("{}{json}{{\"url\":\"u\"}}", disposition("link")),
        format!("{}\r\nv", disposition("z")),
    ];
    assert_eq!(parts(sent(Upload::new(body.clone()))), expected);

    body.link = Some("f".into());
    let link = parts(sent(Upload::new(body))).remove(4);
    assert_eq!(
        link,
        format!("{}\r\nf", file("link", "blob", "application/octet-stream"))
    );
}

#[test]
fn the_documented_content_type_is_the_usual_one() {
    let body = UploadBody::new(Order::new(""), picture());
    let file = parts(sent(Upload::new(body))).remove(1);
    assert!(file.contains("Content-Type: image/png\r\n"), "{file}");
}

#[test]
fn names_cannot_end_their_line() {
    let name = "a\"b\r\nX: y; \\é";
    let body = UploadBody::new(Order::new(""), picture().file_name(name));
    let file = parts(sent(Upload::new(body))).remove(1);
    assert!(
        file.contains("; filename=\"a%22b%0D%0AX: y; \\é\"\r\n"),
        "{file}"
    );

    let mut body = UploadBody::new(Order::new(""), picture());
    body.additional_parts = BTreeMap::from([("a\"\nb".to_owned(), String::new())]);
    let part = parts(sent(Upload::new(body))).remove(2);
    assert!(
        part.starts_with("Content-Disposition: form-data; name=\"a%22%0D%0Ab\"\r\n\r\n"),
        "{part}"
    );
}

#[test]
fn what_cannot_stand_in_a_head_is_refused() {
    let upload = |file: FilePart| refused(Upload::new(UploadBody::new(Order::new(""), file)));
    assert_eq!(
        upload(FilePart::from("")),
        "its part `file` lacks the header `X-Sum`"
    );
    for file in [
        picture().content_type("image/png\r\nX: y"),
        picture().header("X-A", "b\r\nc"),
        picture().header("X A", "b"),
    ] {
        assert_eq!(
            upload(file),
            "its part `file` has a header that cannot be sent"
        );
    }
    let none = picture().content_type("png");
    assert_eq!(
        upload(none),
        "its part `file` has a content type that is none"
    );
}

#[test]
fn a_request_in_memory_is_the_same_each_time_and_holds_its_boundary_nowhere() {
    let upload = |content: &str| {
        let body = UploadBody::new(
            Order::new("n"),
            FilePart::new(content.to_owned()).header("X-Sum", "1"),
        );
        sent(Upload::new(body))
    };
    let (content_type, body) = upload("a");
    assert_eq!((content_type.clone(), body.clone()), upload("a"));
    // Of a file that holds a whole request, no part may pass for one of this request.
    let (other, nested) = upload(&body);
    assert_ne!(content_type, other);
    let found = parts((other, nested));
    assert_eq!(found.len(), 2);
    assert!(found[1].ends_with(&body));
}

#[test]
fn styles_of_openapi_3_1() {
    let mut body = SendStyledBody::new();
    body.ids = Some(vec![1, 2]);
    body.words = Some(vec!["a,b".to_owned(), "é".to_owned()]);
    body.filter = Some(BTreeMap::from([("k".to_owned(), "v&".to_owned())]));
    body.picture = Some("PNG".into());
    let found = parts(sent(SendStyled::new(body)));
    let expected = [
        format!("{}\r\n1,2", disposition("ids")),
        format!("{}\r\na,b é", disposition("words")),
        format!("{}\r\nv&", disposition("filter[k]")),
    ];
    assert_eq!(found[..3], expected);
    assert!(
        found[3].contains("Content-Type: image/png\r\n"),
        "{}",
        found[3]
    );
}

#[test]
fn files_do_not_show() {
    let file = FilePart::new(Body::from("s3cr3t")).header("X-Key", "s3cr3t");
    assert!(!format!("{file:?}").contains("s3cr3t"), "{file:?}");
}
