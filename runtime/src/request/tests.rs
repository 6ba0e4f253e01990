//! Arguments as they stand in a request.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeStruct};
use serde_json::json;

use super::{FormField, Parameter, RequestParts, serialize};
use crate::{BuildError, OperationMeta};

/// A request with an argument of any type, and what there is of it then.
fn parts<T: Serialize>(parameter: Parameter, argument: T) -> Result<RequestParts, BuildError> {
    let mut parts = RequestParts::new(&OperationMeta::new("op", "op", "GET", "/{p}"));
    let value = serialize::value(&argument)
        .map_err(|error| BuildError::argument(parameter.name, error.to_string()))?;
    parts.place(&parameter, value)?;
    Ok(parts)
}

fn in_path<T: Serialize>(parameter: Parameter, argument: T) -> String {
    parts(parameter, argument)
        .unwrap()
        .path_and_query()
        .unwrap()
}

fn in_query<T: Serialize>(parameter: Parameter, argument: T) -> String {
    let mut parts = parts(parameter, argument).unwrap();
    parts.set(Parameter::path("p"), "x").unwrap();
    let whole = parts.path_and_query().unwrap();
    whole.strip_prefix("/x").unwrap().to_owned()
}

fn in_header<T: Serialize>(parameter: Parameter, argument: T) -> String {
    header("h", parameter, argument)
}

fn in_cookie<T: Serialize>(parameter: Parameter, argument: T) -> String {
    header("cookie", parameter, argument)
}

fn header<T: Serialize>(name: &str, parameter: Parameter, argument: T) -> String {
    let mut parts = parts(parameter, argument).unwrap();
    let headers = parts.headers_mut();
    assert!(headers.len() <= 1);
    let value = headers.get(name).map(|value| value.to_str().unwrap());
    value.unwrap_or("(none)").to_owned()
}

fn refused<T: Serialize>(parameter: Parameter, argument: T) -> String {
    match parts(parameter, argument) {
        Err(BuildError::InvalidArgument { reason, .. }) => reason,
        other => panic!("{other:?}"),
    }
}

/// Members in an order that is not that of their names.
struct Size {
    width: i32,
    height: Option<f32>,
    deep: Option<Vec<i32>>,
}

impl Serialize for Size {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut size = serializer.serialize_struct("Size", 3)?;
        size.serialize_field("width", &self.width)?;
        size.serialize_field("height", &self.height)?;
        size.serialize_field("deep", &self.deep)?;
        size.end()
    }
}

const SIZE: Size = Size {
    width: 2,
    height: Some(0.1),
    deep: None,
};

const NONE: [&str; 0] = [];

#[test]
fn path_styles() {
    let p = Parameter::path("p");
    let list = ["a,b", "c.d;e"];
    for (parameter, one, many, object) in [
        (p, "/a%20b", "/a%2Cb,c.d%3Be", "/width,2,height,0.1"),
        (
            p.explode(true),
            "/a%20b",
            "/a%2Cb,c.d%3Be",
            "/width=2,height=0.1",
        ),
        (
            p.label(),
            "/.a%20b",
            "/.a%2Cb,c.d%3Be",
            "/.width,2,height,0.1",
        ),
        (
            p.label().explode(true),
            "/.a%20b",
            "/.a%2Cb.c%2Ed%3Be",
            "/.width=2.height=0%2E1",
        ),
        (
            p.matrix(),
            "/;p=a%20b",
            "/;p=a%2Cb,c.d%3Be",
            "/;p=width,2,height,0.1",
        ),
        (
            p.matrix().explode(true),
            "/;p=a%20b",
            "/;p=a%2Cb;p=c.d%3Be",
            "/;width=2;height=0.1",
        ),
    ] {
        assert_eq!(in_path(parameter, "a b"), one);
        assert_eq!(in_path(parameter, list), many);
        assert_eq!(in_path(parameter, SIZE), object);
    }
    let names = BTreeMap::from([("a=b.c", "d=e")]);
    assert_eq!(in_path(p.label().explode(true), names), "/.a%3Db%2Ec=d%3De");
}

#[test]
fn query_styles() {
    let q = Parameter::query("q[]");
    let list = ["a&b", "c d,e|f"];
    for (parameter, one, many, object) in [
        (
            q,
            "?q%5B%5D=a%2Bb",
            "?q%5B%5D=a%26b&q%5B%5D=c%20d%2Ce%7Cf",
            "?width=2&height=0.1",
        ),
        (
            q.explode(false),
            "?q%5B%5D=a%2Bb",
            "?q%5B%5D=a%26b,c%20d%2Ce%7Cf",
            "?q%5B%5D=width,2,height,0.1",
        ),
        (
            q.deep_object(),
            "?q%5B%5D=a%2Bb",
            "?q%5B%5D%5B0%5D=a%26b&q%5B%5D%5B1%5D=c%20d%2Ce%7Cf",
            "?q%5B%5D%5Bwidth%5D=2&q%5B%5D%5Bheight%5D=0.1",
        ),
        (
            q.json(),
            "?q%5B%5D=%22a%2Bb%22",
            "?q%5B%5D=%5B%22a%26b%22%2C%22c%20d%2Ce%7Cf%22%5D",
            "?q%5B%5D=%7B%22width%22%3A2%2C%22height%22%3A0.1%2C%22deep%22%3Anull%7D",
        ),
    ] {
        assert_eq!(in_query(parameter, "a+b"), one);
        assert_eq!(in_query(parameter, list), many);
        assert_eq!(in_query(parameter, SIZE), object);
    }
}

#[test]
fn delimiters_other_than_commas() {
    let q = Parameter::query("q");
    for (parameter, delimiter) in [
        (q.space_delimited(), "%20"),
        (q.pipe_delimited(), "%7C"),
        (q.tab_delimited(), "%09"),
    ] {
        assert_eq!(
            in_query(parameter, ["a", "b,c"]),
            format!("?q=a{delimiter}b%2Cc")
        );
        assert_eq!(
            in_query(parameter, "a b|c"),
            "?q=a%20b%7Cc",
            "a single value"
        );
        assert_eq!(in_query(parameter.explode(true), ["a", "b"]), "?q=a&q=b");
    }
    let (p, h) = (Parameter::path("p"), Parameter::header("h"));
    assert_eq!(in_path(p.space_delimited(), ["a", "b"]), "/a%20b");
    assert_eq!(in_path(p.pipe_delimited(), ["a", "b"]), "/a%7Cb");
    assert_eq!(in_header(h.pipe_delimited(), ["a b", "c"]), "a b|c");
    assert_eq!(in_header(h.tab_delimited(), ["a b", "c"]), "a b\tc");
}

#[test]
fn an_item_cannot_pass_for_two() {
    let h = Parameter::header("h");
    assert_eq!(
        refused(h, ["a,b"]),
        "holds \",\", which separates its items"
    );
    assert_eq!(
        in_header(h, "a,b"),
        "a,b",
        "a single value may hold anything"
    );
    let size = |name: &str| BTreeMap::from([(name.to_owned(), 1)]);
    assert_eq!(
        refused(h.explode(true), size("a=b")),
        "holds \"=\", which separates its items"
    );
    let q = Parameter::query("q");
    assert_eq!(
        refused(q.space_delimited(), ["a b"]),
        "holds \" \", which separates its items"
    );
    assert_eq!(
        refused(q.pipe_delimited(), ["a|b"]),
        "holds \"|\", which separates its items"
    );
    let reserved = q.explode(false).allow_reserved();
    assert_eq!(in_query(reserved, ["a,b", "c/d"]), "?q=a%2Cb,c/d");
}

#[test]
fn deep_objects_of_any_depth() {
    let filter = json!({
        "a b": {"gte": 1, "in": [2, null, {"x": true}]},
        "empty": [],
        "none": null,
        "t": "x&y",
    });
    assert_eq!(
        in_query(Parameter::query("f").deep_object(), filter),
        "?f%5Ba%20b%5D%5Bgte%5D=1&f%5Ba%20b%5D%5Bin%5D%5B0%5D=2\
         &f%5Ba%20b%5D%5Bin%5D%5B1%5D%5Bx%5D=true&f%5Bt%5D=x%26y"
    );
}

#[test]
fn what_nests_deeper_than_a_style_is_json() {
    let q = Parameter::query("q");
    let nested = json!({"a": [1, {"b": null}], "c": 2});
    assert_eq!(
        in_query(q, &nested),
        "?a=%5B1%2C%7B%22b%22%3Anull%7D%5D&c=2"
    );
    assert_eq!(in_query(q, [json!({"a": 1})]), "?q=%7B%22a%22%3A1%7D");
    assert_eq!(
        in_header(Parameter::header("h"), [json!({"a": 1})]),
        r#"{"a":1}"#
    );
}

#[test]
fn nothing_is_sent_of_what_is_empty() {
    let q = Parameter::query("q");
    let empty: BTreeMap<String, String> = BTreeMap::new();
    for parameter in [q, q.explode(false), q.space_delimited(), q.deep_object()] {
        assert_eq!(in_query(parameter, NONE), "");
        assert_eq!(in_query(parameter, &empty), "");
        assert_eq!(in_query(parameter, [None::<i32>]), "");
        assert_eq!(in_query(parameter, None::<i32>), "");
    }
    assert_eq!(in_query(q, ""), "?q=", "but of an empty text");
    assert_eq!(in_query(q.json(), NONE), "?q=%5B%5D", "and of JSON");
    assert_eq!(in_query(q.json(), None::<i32>), "");
    assert_eq!(in_header(Parameter::header("h"), NONE), "(none)");
    assert_eq!(in_header(Parameter::header("h"), ""), "");
    assert_eq!(in_cookie(Parameter::cookie("c"), NONE), "(none)");
}

#[test]
fn cookies() {
    let c = Parameter::cookie("c d");
    assert_eq!(in_cookie(c, "a=b;é"), "c%20d=a%3Db%3B%C3%A9");
    assert_eq!(in_cookie(c, ["a", "b"]), "c%20d=a; c%20d=b");
    assert_eq!(in_cookie(c, SIZE), "width=2; height=0.1");
    assert_eq!(in_cookie(c.explode(false), ["a", "b"]), "c%20d=a,b");
    assert_eq!(in_cookie(c.allow_reserved(), "a=b/;,"), "c%20d=a=b/%3B%2C");

    let c = Parameter::cookie("c*").unescaped();
    assert_eq!(in_cookie(c, "a=b, \"c\" %20"), "c*=a=b, \"c\" %20");
    assert_eq!(in_cookie(c, ["a", "b"]), "c*=a; c*=b");
    assert_eq!(in_cookie(c.explode(false), SIZE), "c*=width,2,height,0.1");
    assert_eq!(refused(c, "a;b"), "holds `;`, which ends a cookie");
    assert!(refused(c, "a\nb").contains("cannot stand in a header"));
    assert!(refused(c, "a ").contains("whitespace"));
    let named = Parameter::cookie("é").unescaped();
    assert_eq!(in_cookie(named, 1), "%C3%A9=1");
}

#[test]
fn all_cookies_are_one_header() {
    let mut parts = parts(Parameter::cookie("a"), 1).unwrap();
    parts.set(Parameter::header("Cookie"), "b=2").unwrap();
    parts.set(Parameter::cookie("c"), &3).unwrap();
    let headers = parts.headers_mut();
    assert_eq!(headers["cookie"], "a=1; b=2; c=3");
    assert!(headers["cookie"].is_sensitive());
}

#[test]
fn headers_are_not_escaped_and_cannot_be_split() {
    let h = Parameter::header("h");
    assert_eq!(in_header(h, ["a b", "c%"]), "a b,c%");
    assert_eq!(in_header(h.explode(true), SIZE), "width=2,height=0.1");
    assert_eq!(
        in_header(h.json(), json!({"é": "\n"})),
        r#"{"\u00e9":"\n"}"#
    );
    for text in ["a\r\nb", " a", "a\t"] {
        assert!(parts(h, text).is_err());
    }
}

#[test]
fn a_query_as_a_whole() {
    let q = Parameter::query_string("ignored");
    assert_eq!(in_query(q.json(), json!({"a": 1})), "?%7B%22a%22%3A1%7D");
    assert_eq!(in_query(q, "$.a[?(@.b)]"), "?%24.a%5B%3F%28%40.b%29%5D");
    assert_eq!(in_query(q, None::<i32>), "");
}

#[test]
fn a_query_as_a_form() {
    let target = |fields: &[FormField], value| {
        let mut parts = RequestParts::new(&OperationMeta::new("op", "op", "GET", "/x"));
        parts.query_form("q", fields, &value)?;
        parts.path_and_query()
    };
    let form = json!({"a b": "c&d'", "list": [1, 2], "none": null, "o": {"x": 1}});
    assert_eq!(
        target(&[], form.clone()).unwrap(),
        "/x?a+b=c%26d%27&list=1&list=2&o=%7B%22x%22%3A1%7D"
    );
    let fields = [
        FormField::new("a b").joined_by_commas(true, true),
        FormField::new("list").joined_by_pipes(false, false),
        FormField::new("o").deep(true, false),
    ];
    assert_eq!(
        target(&fields, form).unwrap(),
        "/x?a%20b=c%26d%27&list=1%7C2&o%5Bx%5D=1"
    );
    assert_eq!(target(&[], json!({})).unwrap(), "/x");
    assert_eq!(target(&[], json!(null)).unwrap(), "/x");
    let said = target(&[], json!([1])).unwrap_err().to_string();
    assert!(
        said.contains("`q` cannot be written: a form is made of named members"),
        "{said}"
    );
}

#[test]
fn a_query_in_the_template_goes_first() {
    let meta = OperationMeta::new("op", "op", "GET", "/a?x=1 2&y={id}");
    let mut parts = RequestParts::new(&meta);
    parts.set(Parameter::path("id"), "a&b").unwrap();
    assert_eq!(parts.path_and_query().unwrap(), "/a?x=1%202&y=a%26b");
    parts.set(Parameter::query("z"), &vec![1]).unwrap();
    assert_eq!(parts.path_and_query().unwrap(), "/a?x=1%202&y=a%26b&z=1");
    let bare = RequestParts::new(&OperationMeta::new("op", "op", "GET", "/a?"));
    assert_eq!(bare.path_and_query().unwrap(), "/a");
}

#[test]
fn path_arguments_that_would_climb_are_refused_in_every_style() {
    let p = Parameter::path("p");
    let object = |name: &str, value: &str| BTreeMap::from([(name.to_owned(), value.to_owned())]);
    for style in [p, p.label(), p.matrix(), p.pipe_delimited()] {
        for parameter in [style, style.explode(true), style.allow_reserved()] {
            for text in ["", ".", "..", "%2e%2e", ".\t.", "a\nb", "\u{7f}"] {
                parts(parameter, text).unwrap_err();
                parts(parameter, ["a", text]).unwrap_err();
                parts(parameter, object("a", text)).unwrap_err();
                parts(parameter, object(text, "a")).unwrap_err();
            }
            parts(parameter, NONE).unwrap_err();
            parts(parameter, None::<i32>).unwrap_err();
        }
    }
    parts(p.json(), "\u{7f}").unwrap_err();
    assert_eq!(in_path(p.json(), ".."), "/%22..%22");
    assert_eq!(
        in_path(p.json(), json!({"a": "/.."})),
        "/%7B%22a%22%3A%22%2F..%22%7D"
    );
    for text in ["a%0ab", "%2e.", "a%7Fb"] {
        parts(p.allow_reserved(), text).unwrap_err();
    }
    assert_eq!(
        in_path(p.allow_reserved(), "a/b?c#d:e%2F"),
        "/a%2Fb%3Fc%23d:e%2F"
    );
}

#[test]
fn numbers_that_are_none_are_refused_at_any_depth() {
    assert_eq!(
        refused(Parameter::query("q").json(), [f64::NAN]),
        "is not a finite number"
    );
    let size = Size {
        height: Some(f32::INFINITY),
        ..SIZE
    };
    assert_eq!(
        refused(Parameter::query("q"), size),
        "is not a finite number"
    );
    assert!(refused(Parameter::query("q"), BTreeMap::from([([1], 2)])).contains("no text"));
}
