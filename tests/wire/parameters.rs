//! Parameters of every style and place, as the generated client sends them.

use std::collections::BTreeMap;

use outspoken::{BuildError, Operation, RequestParts};
use outspoken_tests::server::{Server, answer};
use serde_json::json;

use crate::{
    clients::parameters::{
        Client,
        operations::{Checked, Dots, InHeaders, InPath, InQuery, Nullable, Reserved, Twice, Whole},
        types::{CheckedLevel, CheckedSort, Color, Filter, FilterCreated, InQueryId},
    },
    support::run,
};

/// The path and query of an operation.
fn target<O: Operation>(operation: O) -> String {
    encoded(&operation).unwrap().path_and_query().unwrap()
}

fn encoded<O: Operation>(operation: &O) -> Result<RequestParts, BuildError> {
    let mut parts = RequestParts::new(&O::META);
    operation.encode(&mut parts)?;
    parts.path_and_query()?;
    Ok(parts)
}

/// Which parameter stood in the way.
fn refused<O: Operation>(operation: O) -> String {
    match encoded(&operation) {
        Err(BuildError::InvalidArgument { parameter, reason }) => format!("{parameter} {reason}"),
        other => panic!("{other:?}"),
    }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn color() -> Color {
    let mut color = Color::new(100);
    color.b = Some(0.5);
    color
}

fn filter() -> Filter {
    let mut created = FilterCreated::new();
    created.gte = Some("2020-01-01T00:00:00+01:00".to_owned());
    let mut inner = Filter::new();
    inner.name = Some("b".to_owned());
    let mut filter = Filter::new();
    filter.name = Some("a&b".to_owned());
    filter.created = Some(created);
    filter.kinds = Some(strings(&["x", "y"]));
    filter.also = Some(vec![inner]);
    filter
}

#[test]
fn paths() {
    let operation = InPath::new(color(), strings(&["a.b", "c"]), "d;e", color(), 7, "é");
    assert_eq!(
        target(operation),
        "/paths/R=100,B=0.5/.a%2Eb.c/;matrix=d%3Be/%7B%22R%22%3A100%2C%22B%22%3A0.5%7D/7t.%C3%A9"
    );
    assert_eq!(
        target(Twice::new("a/b")),
        "/a%2Fb/and/a%2Fb?kind=cat&at=a%2Fb"
    );
    assert_eq!(target(Twice::new("x").q("y")), "/x/and/x?kind=cat&at=x&q=y");
}

#[test]
fn no_argument_leads_to_another_path() {
    let with = |label: &[&str], matrix: &str, page: &str| {
        refused(InPath::new(
            color(),
            strings(label),
            matrix,
            color(),
            7,
            page,
        ))
    };
    assert!(with(&["a", ".."], "d", "x").starts_with("label is empty or made of dots"));
    assert!(with(&[], "d", "x").starts_with("label is empty"));
    assert!(with(&["a"], "", "x").starts_with("matrix is empty"));
    assert!(with(&["a"], "b\n", "x").starts_with("matrix holds a control character"));
    assert!(with(&["a"], "b", ".%2e").starts_with("format is empty or made of dots"));
    assert!(refused(Dots::new(".", "x")).starts_with("a is empty or made of dots"));
    assert_eq!(target(Dots::new("a", "b")), "/dots/ab");
}

#[test]
fn queries() {
    let q = InQuery::new;
    for (operation, expected) in [
        (q(), ""),
        (q().ids([1, 2]), "?ids%5B%5D=1&ids%5B%5D=2"),
        (q().ids([]), ""),
        (q().joined(strings(&["a,b", "c"])), "?joined=a%2Cb,c"),
        (q().spaces(strings(&["a", "b"])), "?spaces=a%20b"),
        (q().pipes([0.1, 2.0]), "?pipes=0.1%7C2"),
        (q().color(color()), "?R=100&B=0.5"),
        (
            q().filter(filter()),
            "?filter%5Bname%5D=a%26b&filter%5Bcreated%5D%5Bgte%5D=2020-01-01T00%3A00%3A00%2B01%3A00\
             &filter%5Bkinds%5D%5B0%5D=x&filter%5Bkinds%5D%5B1%5D=y\
             &filter%5Balso%5D%5B0%5D%5Bname%5D=b",
        ),
        (q().filter(Filter::new()), ""),
        (
            q().more(BTreeMap::from([("a b".to_owned(), "c=d".to_owned())])),
            "?a%20b=c%3Dd",
        ),
        (
            q().url("https://a.b/c?d=e#f&g"),
            "?url=https://a.b/c?d=e%23f%26g",
        ),
        (q().any(json!({"a": 1})), "?a=1"),
        (q().any(json!([1, "x"])), "?any=1&any=x"),
        (q().any(json!(null)), ""),
        (q().id(InQueryId::Integer(1)), "?id=1"),
        (q().id(InQueryId::Text("x".to_owned())), "?id=x"),
        (
            q().start_time_less("a").start_time_greater("b"),
            "?StartTime%3C=a&StartTime%3E=b",
        ),
        (q().equal(true), "?%3D=true"),
    ] {
        assert_eq!(target(operation), format!("/query{expected}"));
    }
    let json = target(q().json(filter()));
    let json = json.strip_prefix("/query?json=").unwrap();
    let text = String::from_utf8(crate::encoding::decode::percent_decoded(json)).unwrap();
    let expected = r#"{"name":"a&b","created":{"gte":"2020-01-01T00:00:00+01:00"},"kinds":["x","y"],"also":[{"name":"b"}]}"#;
    assert_eq!(text, expected);
    assert!(!json.contains(['&', '+', '{']));
}

#[test]
fn a_query_as_a_whole() {
    assert_eq!(
        target(Whole::new(filter())),
        "/whole?name=a%26b&created=%7B%22gte%22%3A%222020-01-01T00%3A00%3A00%2B01%3A00%22%7D\
         &kinds=x&kinds=y&also=%7B%22name%22%3A%22b%22%7D"
    );
    assert_eq!(target(Whole::new(Filter::new())), "/whole");
}

#[test]
fn null_leaves_a_required_parameter_out() {
    assert_eq!(target(Nullable::new(None)), "/nullable");
    assert_eq!(
        target(Nullable::new(Some(String::new()))),
        "/nullable?must="
    );
}

#[test]
fn constraints_hold_before_anything_is_sent() {
    let checked = || Checked::new("AC00ff");
    let sent = checked()
        .level(CheckedLevel::N2)
        .sort(CheckedSort::Desc)
        .colors([color()]);
    let json = "%7B%22R%22%3A100%2C%22B%22%3A0.5%7D";
    let expected = format!("/checked/AC00ff?level=2&sort=desc&colors={json}");
    assert_eq!(target(sent), expected);
    let said = refused(Checked::new("AC00fg"));
    assert_eq!(said, "sid must match the pattern `^AC[0-9a-f]{4}$`");
    assert_eq!(
        refused(checked().level(CheckedLevel::from(3))),
        "level must be one of `1`, `2`"
    );
    assert_eq!(
        refused(checked().share(0.75)),
        "share must be one of `0.5`, `1`"
    );
    let sort = CheckedSort::from("random");
    assert_eq!(
        refused(checked().sort(sort)),
        "sort must be one of `asc`, `desc`"
    );
    // A value that was made of text is the value all the same.
    assert_eq!(
        target(checked().sort(CheckedSort::Unknown("asc".to_owned()))),
        "/checked/AC00ff?sort=asc"
    );
    let two = [color(), color()];
    assert_eq!(
        refused(checked().colors(two)),
        "colors has 2 items, and may have at most 1"
    );
}

#[test]
fn headers_and_cookies_on_the_wire() {
    let server = Server::answering(answer(204, &[], ""));
    let client = Client::builder()
        .base_url(&server.url())
        .header("cookie", "mine=1");
    let call = client.build().unwrap();
    let call = call
        .in_headers()
        .x_color(color())
        .x_list(strings(&["a b", "c%"]))
        .x_json({
            let mut filter = Filter::new();
            filter.name = Some("é\n".to_owned());
            filter
        })
        .session("a;b=é")
        .seen([1, 2])
        .raw("c=\"d\"");
    run(call).unwrap();
    let request = server.request();
    let header = |name| String::from_utf8(request.header(name).concat()).unwrap();
    assert_eq!(request.header("cookie").len(), 1);
    assert_eq!(
        header("cookie"),
        "mine=1; session=a%3Bb%3D%C3%A9; seen=1; seen=2; raw=c=\"d\""
    );
    assert_eq!(header("x-color"), "R=100,B=0.5");
    assert_eq!(header("x-list"), "a b,c%");
    assert_eq!(header("x-json"), r#"{"name":"\u00e9\n"}"#);
}

#[test]
fn a_header_or_a_cookie_cannot_be_split() {
    let h = InHeaders::new;
    assert!(refused(h().x_list(strings(&["a,b"]))).contains("which separates its items"));
    assert!(refused(h().x_list(strings(&["a\r\nb"]))).contains("cannot stand in a header"));
    assert!(refused(h().raw("a; admin=1")).contains("ends a cookie"));
    assert!(refused(h().raw("a\nb")).contains("cannot stand in a header"));
}

#[test]
fn what_is_reserved_arrives_as_it_was_given() {
    let server = Server::answering(answer(204, &[], ""));
    let client = Client::builder().base_url(&server.url()).build().unwrap();
    run(client.in_query().url("a:/?@!$'()*+,;=%2F\"é")).unwrap();
    let expected = "/query?url=a:/?@!$%27()*%2B,;=%2F%22%C3%A9";
    assert_eq!(server.request().target(), expected);
}

#[test]
fn reserved_characters_stay_in_their_segment_and_their_cookie() {
    assert_eq!(
        target(Reserved::new("a:@/b?c%2F%")),
        "/reserved/a:@%2Fb%3Fc%2F%25"
    );
    for text in ["..", "%2e%2E", "a%0Ab", "%7f"] {
        assert!(refused(Reserved::new(text)).starts_with("path "), "{text}");
    }
    let mut parts = encoded(&Reserved::new("x").c("a=b/c;d")).unwrap();
    assert_eq!(parts.headers_mut()["cookie"], "c=a=b/c%3Bd");
}
