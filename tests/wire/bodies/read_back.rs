//! Forms, read back by parsers that servers use: `multer`, which is axum's, and `form_urlencoded`.

use std::{collections::BTreeMap, convert::Infallible};

use multer::Multipart;
use outspoken::{FileOr, FilePart, Operation};

use super::client;
use crate::{
    clients::bodies::{
        operations::{SendForm, Upload},
        types::{Line, Order, UploadBody, UploadBodyLink},
    },
    support::run,
};

/// A part, as a server sees it.
#[derive(Debug, PartialEq)]
struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Vec<u8>,
}

fn part(name: &str, file_name: Option<&str>, content_type: Option<&str>, content: &[u8]) -> Part {
    Part {
        name: name.to_owned(),
        file_name: file_name.map(str::to_owned),
        content_type: content_type.map(str::to_owned),
        content: content.to_owned(),
    }
}

fn parts<O: Operation>(operation: &O) -> Vec<Part> {
    let (head, body) = client().request(operation).unwrap().into_parts();
    let content_type = head.headers["content-type"].to_str().unwrap().to_owned();
    let boundary = multer::parse_boundary(content_type).unwrap();
    run(async {
        let body = body.collect().await.unwrap();
        let stream = Once(Some(body));
        let mut parts = Multipart::new(stream, boundary);
        let mut all = Vec::new();
        while let Some(field) = parts.next_field().await.unwrap() {
            all.push(Part {
                name: field.name().unwrap().to_owned(),
                file_name: field.file_name().map(str::to_owned),
                content_type: field.content_type().map(ToString::to_string),
                content: field.bytes().await.unwrap().to_vec(),
            });
        }
        all
    })
}

/// A stream of one piece.
struct Once(Option<outspoken::Bytes>);

impl futures_core::Stream for Once {
    type Item = Result<outspoken::Bytes, Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

#[test]
fn parts_are_what_was_given() {
    // Whatever a file holds: line breaks, what looks like a boundary, bytes that are no text.
    let hostile: &[u8] =
        b"--boundary\r\n\r\n--\r\nContent-Disposition: form-data; name=\"x\"\r\n\xff\0";
    let mut body = UploadBody::new(
        Order::new("n"),
        FilePart::new(hostile.to_vec())
            .file_name("\u{e9} picture.webp")
            .content_type("image/webp")
            .header("X-Sum", "1"),
    );
    body.more = Some(vec![FilePart::new("").file_name("empty.txt"), "2".into()]);
    body.link = Some(FileOr::Value(UploadBodyLink {
        url: Some("u".to_owned()),
    }));
    body.additional_parts = BTreeMap::from([("z z".to_owned(), "a&b=c\r\n".to_owned())]);
    let bytes = "application/octet-stream";
    let json = Some("application/json");
    let expected = [
        part("about", None, json, b"{\"note\":\"n\"}"),
        part("more", Some("empty.txt"), Some(bytes), b""),
        part("more", Some("blob"), Some(bytes), b"2"),
        part(
            "file",
            Some("\u{e9} picture.webp"),
            Some("image/webp"),
            hostile,
        ),
        part("link", None, json, b"{\"url\":\"u\"}"),
        part("z z", None, None, b"a&b=c\r\n"),
    ];
    assert_eq!(parts(&Upload::new(body)), expected);
}

#[test]
fn pairs_are_what_was_given() {
    let mut order = Order::new("a b+c&d=\u{e9}\n~*-._%41");
    order.count = Some(-3);
    order.paid = Some(true);
    order.tags = Some(vec!["x,y".to_owned(), String::new()]);
    order.line = Some(Line {
        article: Some("\"&=".to_owned()),
        count: None,
    });
    let request = client().request(&SendForm::new().body(order)).unwrap();
    let body = run(request.into_body().collect()).unwrap();
    let pairs: Vec<_> = form_urlencoded::parse(&body).into_owned().collect();
    let expected = [
        ("note", "a b+c&d=\u{e9}\n~*-._%41"),
        ("count", "-3"),
        ("paid", "true"),
        ("tags", "x,y"),
        ("tags", ""),
        ("line", "{\"article\":\"\\\"&=\"}"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(pairs, expected);
}
