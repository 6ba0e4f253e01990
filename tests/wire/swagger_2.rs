//! Requests of Swagger 2.0 that OpenAPI 3 has no words for, as the generated client sends them.

use outspoken::{BuildError, Operation, RequestParts};

use crate::{
    clients::swagger_2::{
        Client,
        operations::{InForm, InLists, InParts},
        types::{InFormBody, InPartsBody},
    },
    support::run,
};

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn target(operation: &InLists) -> Result<String, BuildError> {
    let mut parts = RequestParts::new(&InLists::META);
    operation.encode(&mut parts)?;
    parts.path_and_query()
}

fn body<O: Operation>(operation: &O) -> String {
    let client = Client::builder().base_url("http://localhost").build();
    let (_, body) = client.unwrap().request(operation).unwrap().into_parts();
    let body = run(body.collect()).unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

#[test]
fn formats_of_lists() {
    let lists = InLists::new([1, 2])
        .tabs(texts(&["a", "b c"]))
        .x_tabs(texts(&["x", "y"]));
    assert_eq!(target(&lists).unwrap(), "/lists/1%7C2?tabs=a%09b%20c");
    let client = Client::builder().base_url("http://localhost").build();
    let request = client.unwrap().request(&lists).unwrap();
    assert_eq!(request.headers()["x-tabs"], "x\ty");
}

#[test]
fn lists_in_lists() {
    let rows = [texts(&["a", "b"]), texts(&["c"]), texts(&[])];
    let lists = InLists::new([1]).cells(rows);
    assert_eq!(target(&lists).unwrap(), "/lists/1?cells=a%2Cb%7Cc%7C");
    let pages = [vec![vec![1, 2], vec![3]], vec![vec![4]]];
    let lists = InLists::new([1]).pages(pages);
    assert_eq!(target(&lists).unwrap(), "/lists/1?pages=1%092%203&pages=4");
}

#[test]
fn an_item_is_never_read_as_two() {
    let refused = |cell: &str| {
        let lists = InLists::new([1]).cells([texts(&[cell])]);
        match target(&lists) {
            Err(BuildError::InvalidArgument { parameter, reason }) => {
                format!("{parameter} {reason}")
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused("a,b"), "cells holds ',', which separates its items");
    assert_eq!(
        refused("a|b"),
        "cells holds \"|\", which separates its items"
    );
}

#[test]
fn forms() {
    let mut form = InFormBody::new();
    form.plain = Some(texts(&["a", "b"]));
    form.tabs = Some(texts(&["c", "d"]));
    form.each = Some(texts(&["e", "f"]));
    let sent = body(&InForm::new().body(form));
    assert_eq!(sent, "plain=a,b&tabs=c%09d&each=e&each=f");
}

#[test]
fn parts() {
    let mut parts = InPartsBody::new("PNG");
    parts.plain = Some(texts(&["a", "b"]));
    parts.each = Some(texts(&["e", "f"]));
    let sent = body(&InParts::new(parts));
    let values = [
        "\r\n\r\nPNG\r\n",
        "\r\n\r\na,b\r\n",
        "\r\n\r\ne\r\n",
        "\r\n\r\nf\r\n",
    ];
    for value in values {
        assert!(sent.contains(value), "{value:?} in {sent}");
    }
}
