//! Forms within forms, whose members have encodings of their own (OpenAPI 3.2).

use outspoken::Operation;

use crate::{
    clients::v32::{
        Client,
        operations::{SendForm, SendParts},
        types::{Filter, SendFormBody, SendPartsBody},
    },
    support::run,
};

fn sent<O: Operation>(operation: O) -> String {
    let builder = Client::builder().base_url("http://localhost");
    let request = builder.build().unwrap().request(&operation).unwrap();
    let body = run(request.into_body().collect()).unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

fn filter() -> Filter {
    let mut filter = Filter::new();
    filter.ids = Some(vec![1, 2]);
    filter.near = Some(vec!["a&b".to_owned()]);
    filter
}

#[test]
fn in_a_form() {
    let mut body = SendFormBody::new();
    body.filter = Some(filter());
    // `ids=1|2&near=["a&b"]`, each written twice.
    let expected = "filter=ids%3D1%257C2%26near%3D%255B%2522a%2526b%2522%255D";
    assert_eq!(sent(SendForm::new().body(body)), expected);
}

#[test]
fn in_a_part() {
    let mut body = SendPartsBody::new();
    body.filter = Some(filter());
    let sent = sent(SendParts::new().body(body));
    assert!(
        sent.contains("\r\nids=1%2C2&near=a%26b\r\n")
            || sent.contains("\r\nids=1,2&near=a%26b\r\n"),
        "{sent}"
    );
    assert!(
        sent.contains("Content-Type: application/x-www-form-urlencoded\r\n"),
        "{sent}"
    );
}
