//! `application/x-www-form-urlencoded`.

use outspoken::{Operation, RequestParts, Value};
use outspoken_tests::server::{Server, answer};

use super::{refused, sent};
use crate::{
    clients::bodies::{
        Client,
        operations::{SendForm, SendStyles},
        types::{Line, Order, OrderColor, Styles},
    },
    support::run,
};

const FORM: &str = "application/x-www-form-urlencoded";

fn form(order: Order) -> String {
    let (content_type, body) = sent(SendForm::new().body(order));
    assert_eq!(content_type, FORM);
    body
}

#[test]
fn values_by_their_type() {
    let mut order = Order::new("a b+c&d=é\n~*-._");
    assert_eq!(form(order.clone()), "note=a+b%2Bc%26d%3D%C3%A9%0A%7E*-._");

    let line = |article: &str, count| Line {
        article: Some(article.to_owned()),
        count,
    };
    order.note = String::new();
    order.count = Some(-3);
    order.price = Some(0.1);
    order.paid = Some(true);
    order.tags = Some(vec!["x,y".to_owned(), "z".to_owned()]);
    order.lines = Some(vec![line("a", Some(1)), line("b", None)]);
    order.line = Some(line("c", None));
    order.color = Some(OrderColor::LightBlue);
    let lines = "lines=%7B%22article%22%3A%22a%22%2C%22count%22%3A1%7D\
        &lines=%7B%22article%22%3A%22b%22%7D&line=%7B%22article%22%3A%22c%22%7D";
    assert_eq!(
        form(order.clone()),
        format!("note=&count=-3&price=0.1&paid=true&tags=x%2Cy&tags=z&{lines}&color=light+blue")
    );

    order = Order::new("n");
    order.tags = Some(Vec::new());
    assert_eq!(form(order), "note=n", "an empty list sends nothing");
}

#[test]
fn styles() {
    let two = || Some(vec!["a+b".to_owned(), "c,d".to_owned()]);
    let mut body = Styles::new();
    body.form = two();
    body.space = two();
    body.pipe = two();
    body.raw = Some("/?a=b&c+d%20:@é".to_owned());
    body.list = two();
    body.flat = Some(Line {
        article: Some("x".to_owned()),
        count: Some(2),
    });
    let deep: Value = serde_json::from_str(r#"{"a": {"b": [1, "x"]}, "c": null}"#).unwrap();
    body.deep = Some(deep.as_object().unwrap().clone().into_iter().collect());
    let (content_type, body) = sent(SendStyles::new(body));
    assert_eq!(content_type, FORM);
    let expected = [
        "form=a%2Bb,c%2Cd",
        "space=a%2Bb%20c%2Cd",
        "pipe=a%2Bb%7Cc%2Cd",
        "deep%5Ba%5D%5Bb%5D%5B0%5D=1",
        "deep%5Ba%5D%5Bb%5D%5B1%5D=x",
        "article=x",
        "count=2",
        "raw=/?a=b%26c%2Bd%20:@%C3%A9",
        "list=%5B%22a%2Bb%22%2C%22c%2Cd%22%5D",
    ];
    assert_eq!(body, expected.join("&"));
}

#[test]
fn an_item_cannot_pass_for_two() {
    let mut body = Styles::new();
    body.space = Some(vec!["a b".to_owned()]);
    let reason = refused(SendStyles::new(body));
    assert_eq!(
        reason,
        "its field `space` holds \" \", which separates its items"
    );
}

#[test]
fn a_form_of_nothing_is_sent_all_the_same() {
    let server = Server::answering(answer(204, &[], ""));
    let client = Client::builder().base_url(&server.url()).build().unwrap();
    run(client.send_styles(Styles::new())).unwrap();
    let request = server.request();
    assert_eq!(request.header("content-type"), [FORM.as_bytes()]);
    assert_eq!(request.header("content-length"), [b"0"]);
}

#[test]
fn what_has_no_members_is_no_form() {
    let mut request = RequestParts::new(&SendForm::META);
    for value in [Value::Null, Value::from("a"), Value::from(vec![1])] {
        let error = request.form(FORM, &[], &value).unwrap_err();
        let said = error.to_string();
        assert!(said.ends_with("a form is made of named members"), "{said}");
    }
}
