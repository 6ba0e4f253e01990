//! The examples of RFC 9535, and any query held against a library that knows no bounds.

use serde_json::{Value, json};

use super::{Steps, parse, select};

/// What a query selects, or `None` where it is none.
fn ask(query: &str, document: &Value) -> Option<Vec<Value>> {
    let query = parse(query).ok()?;
    let mut steps = Steps::new(1 << 20);
    let found = select(&query, document, (), 1 << 20, &mut steps);
    assert!(!steps.are_done(), "{query:?}");
    Some(
        found
            .values
            .into_iter()
            .map(|(value, ())| value.clone())
            .collect(),
    )
}

fn check(query: &str, document: &Value, expected: Value) {
    let found = ask(query, document).map(Value::from);
    assert_eq!(found, Some(expected), "{query}");
}

#[test]
fn selectors_are_those_of_the_rfc() {
    let names = json!({"o": {"j j": {"k.k": 3}}, "'": {"@": 2}});
    check("$.o['j j']", &names, json!([{"k.k": 3}]));
    check("$.o['j j']['k.k']", &names, json!([3]));
    check("$.o[\"j j\"][\"k.k\"]", &names, json!([3]));
    check("$[\"'\"][\"@\"]", &names, json!([2]));
    let both = json!({"o": {"j": 1, "k": 2}, "a": [5, 3]});
    check("$[*]", &both, json!([{"j": 1, "k": 2}, [5, 3]]));
    check("$.o[*, *]", &both, json!([1, 2, 1, 2]));
    check("$..*", &both, json!([{"j": 1, "k": 2}, [5, 3], 1, 2, 5, 3]));
    let list = json!(["a", "b", "c", "d", "e", "f", "g"]);
    for (query, expected) in [
        ("$[1]", json!(["b"])),
        ("$[-2]", json!(["f"])),
        ("$[7]", json!([])),
        ("$[1:3]", json!(["b", "c"])),
        ("$[5:]", json!(["f", "g"])),
        ("$[1:5:2]", json!(["b", "d"])),
        ("$[5:1:-2]", json!(["f", "d"])),
        ("$[::-1]", json!(["g", "f", "e", "d", "c", "b", "a"])),
        ("$[::0]", json!([])),
        ("$[-9007199254740991:9007199254740991]", list.clone()),
        ("$[0, 3]", json!(["a", "d"])),
        ("$[0:2, 5]", json!(["a", "b", "f"])),
        ("$[0, 0]", json!(["a", "a"])),
    ] {
        check(query, &list, expected);
    }
}

#[test]
fn filters_are_those_of_the_rfc() {
    let document = json!({
        "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
        "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}},
        "e": "f"
    });
    for (query, expected) in [
        ("$.a[?@.b == 'kilo']", json!([{"b": "kilo"}])),
        ("$.a[?(@.b == 'kilo')]", json!([{"b": "kilo"}])),
        ("$.a[?@>3.5]", json!([5, 4, 6])),
        (
            "$.a[?@.b]",
            json!([{"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}]),
        ),
        ("$[?@.*]", json!([document["a"], document["o"]])),
        ("$[?@[?@.b]]", json!([document["a"]])),
        ("$.o[?@<3, ?@<3]", json!([1, 2, 1, 2])),
        ("$.a[?@<2 || @.b == \"k\"]", json!([1, {"b": "k"}])),
        (
            "$.a[?match(@.b, \"[jk]\")]",
            json!([{"b": "j"}, {"b": "k"}]),
        ),
        (
            "$.a[?search(@.b, \"[jk]\")]",
            json!([{"b": "j"}, {"b": "k"}, {"b": "kilo"}]),
        ),
        ("$.o[?@>1 && @<4]", json!([2, 3])),
        ("$.o[?@.u || @.x]", json!([{"u": 6}])),
        ("$.a[?@.b == $.x]", json!([3, 5, 1, 2, 4, 6])),
        ("$.a[?@ == @]", document["a"].clone()),
        ("$.a[?length(@.b) == 4]", json!([{"b": "kilo"}])),
        ("$[?count(@.*) > 9]", json!([document["a"]])),
        ("$.o[?value(@..u) == 6]", json!([{"u": 6}])),
        ("$.a[?!@.b && !(@ < 5)]", json!([5, 6])),
        ("$.a[?@.b == null]", json!([])),
        ("$.a[?@ == 1.0]", json!([1])),
        ("$.a[?@ == 1e0]", json!([1])),
    ] {
        check(query, &document, expected);
    }
}

#[test]
fn comparisons_are_those_of_the_rfc() {
    let document = json!({"obj": {"x": "y"}, "arr": [2, 3], "null": null});
    let holds = |condition: &str| {
        let found = ask(&format!("$[?{condition}]"), &document);
        !found.unwrap_or_else(|| panic!("{condition}")).is_empty()
    };
    for condition in [
        "$.absent1 == $.absent2",
        "$.absent1 <= $.absent2",
        "$.absent == $.null.x",
        "$.obj != $.arr",
        "$.obj == $.obj",
        "$.arr <= $.arr",
        "$.obj >= $.obj",
        "true <= true",
        "1 <= 2",
        "'a' <= 'b'",
        "'\\u00e9' > 'z'",
        "13 != '13'",
        "$.null == null",
        "9007199254740993 > 9007199254740992",
        "length($.arr) == count($.arr[*])",
        "value($.arr[*]) == $.absent",
    ] {
        assert!(holds(condition), "{condition}");
    }
    for condition in [
        "$.absent == 'g'",
        "$.absent1 != $.absent2",
        "$.absent1 < $.absent2",
        "$.obj == $.arr",
        "$.obj <= $.arr",
        "$.obj < $.arr",
        "$.obj < $.obj",
        "1 <= $.arr",
        "true > true",
        "1 > 2",
        "'a' > 'b'",
        "$.absent == null",
        "length(1) == 1",
    ] {
        assert!(!holds(condition), "{condition}");
    }
}

#[test]
fn what_is_no_query_is_refused() {
    for query in [
        "",
        "a",
        "$.",
        "$..",
        "$a",
        "$.a-b",
        "$.1",
        "$. a",
        "$[",
        "$[]",
        "$[a]",
        "$['a'",
        "$[01]",
        "$[-0]",
        "$[1.0]",
        "$[9007199254740992]",
        "$['\\a']",
        "$['\\\"']",
        "$[\"\\'\"]",
        "$['\\ud800']",
        "$['\\udc00']",
        "$['\\u12']",
        "$['\u{1}']",
        " $",
        "$ ",
        "$[?]",
        "$[?1]",
        "$[?true]",
        "$[?@.a = 1]",
        "$[?@.a == 1 == 2]",
        "$[?!@.a == 1]",
        "$[?@.* == 1]",
        "$[?@..a == 1]",
        "$[?@[0:1] == 1]",
        "$[?length(@.a)]",
        "$[?length(@.*) == 1]",
        "$[?count(1) == 1]",
        "$[?count(@.a)]",
        "$[?match(@.a, 'b') == true]",
        "$[?match(@.a)]",
        "$[?nope(@.a)]",
        "$[?length (@.a) == 1]",
        "$[?@.a == 01]",
        "$[?@.a == 1.]",
        "$[?@.a == .5]",
        "$[?@.a == TRUE]",
        "$[?(@.a]",
        "$[?@.a &&]",
        "$[?@.a & @.b]",
        "$.a.['b']",
    ] {
        assert!(parse(query).is_err(), "{query}");
    }
}

#[test]
fn too_much_ends() {
    let nested = (0..14).fold(json!(1), |inner, _| json!([inner.clone(), inner]));
    for query in [
        "$..*..*..*..*..*",
        "$..[?$..[?@..[?@ == 1]]]",
        "$..[?@..[?$..[?$..*]]]",
        "$..[?match(@, '(a*)*b')]..[?count($..*) > count($..*)]",
        "$[*, *, *, *][*, *, *, *][*, *, *, *][*, *, *, *][*, *, *, *][*, *, *, *]",
        "$..[?match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '(a{1,30}){1,3}')]",
    ] {
        let query = parse(query).unwrap();
        let mut steps = Steps::new(100_000);
        let start = std::time::Instant::now();
        let _ = select(&query, &nested, (), 10_000, &mut steps);
        assert!(steps.are_done());
        assert!(start.elapsed().as_secs() < 5);
    }
}

#[test]
fn brackets_do_not_nest_without_end() {
    let nested = |times: usize| format!("$[?{}@.a{}]", "(".repeat(times), ")".repeat(times));
    assert!(parse(&nested(20)).is_ok());
    for text in [
        nested(4000),
        format!("${}", "[?@".repeat(2000)),
        format!("$[?{}", "length(".repeat(1000)),
        format!("$[?{}", "!".repeat(4000)),
        "$.a".repeat(4000),
    ] {
        assert!(parse(&text).is_err());
    }
}

#[test]
fn the_deepest_there_is_fits_a_small_stack() {
    let nested = |part: &str, times: usize| {
        let open = format!("[?{part}").repeat(times);
        format!("$..{}{}", open, "]".repeat(times))
    };
    let deep = (0..100).fold(json!(1), |below, _| json!({"a": [below]}));
    let queries = [
        nested("@..a", 31),
        nested("$..a", 31),
        nested("!(@.a)||@.*", 31),
        format!("$..[?{}@{}]", "(".repeat(30), ")".repeat(30)),
        format!("$..[?{}@{} == 1]", "length(".repeat(30), ")".repeat(30)),
        "$..[?@ == $]".to_owned(),
    ];
    let asking = move || {
        for text in queries {
            let query = parse(&text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
            let _ = select(&query, &deep, (), 10_000, &mut Steps::new(100_000));
        }
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20);
    thread.spawn(asking).unwrap().join().unwrap();
}

/// Numbers that look as if they had come about by chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn segments(&mut self, depth: usize) -> String {
        (0..self.below(3)).map(|_| self.segment(depth)).collect()
    }

    fn segment(&mut self, depth: usize) -> String {
        match self.below(6) {
            0 | 1 => self
                .of(&[".a", ".b", "['a']", "[\"c\"]", " .a", "['\\u0061']"])
                .to_owned(),
            2 => self
                .of(&[".*", "[*]", "..*", "..a", "..['b', 'a']", "..[0]"])
                .to_owned(),
            3 => self
                .of(&[
                    "[0]",
                    "[-1]",
                    "[1:]",
                    "[::-1]",
                    "[:2:2]",
                    "[ 0 , 1 ]",
                    "[-3:-1]",
                ])
                .to_owned(),
            _ if depth == 0 => ".c".to_owned(),
            _ => {
                let (dots, blank) = (self.of(&["", ".."]), self.of(&["", " "]));
                format!("{dots}[?{blank}{}]", self.condition(depth - 1))
            }
        }
    }

    fn condition(&mut self, depth: usize) -> String {
        match self.below(8) {
            0 => format!("{} && {}", self.test(depth), self.test(depth)),
            1 => format!("{}||{}", self.test(depth), self.test(depth)),
            2 => format!("!({})", self.test(depth)),
            3 => format!("({}) || !{}", self.test(depth), self.path(depth)),
            _ => self.test(depth),
        }
    }

    fn path(&mut self, depth: usize) -> String {
        format!("{}{}", self.of(&["@", "@", "$"]), self.segments(depth))
    }

    fn test(&mut self, depth: usize) -> String {
        match self.below(6) {
            0 => self.path(depth),
            1 => {
                let name = self.of(&["match", "search"]);
                let pattern = self.of(&["'x'", "\"x.\"", "'[xy]+'", "'.*y'", "'x|y'", "@.a"]);
                format!("{name}({}, {pattern})", self.of(&["@", "@.a", "'xy'"]))
            }
            _ => {
                let operator = self.of(&["==", "!=", "<"]);
                format!("{} {operator}{}", self.side(depth), self.side(depth))
            }
        }
    }

    fn side(&mut self, depth: usize) -> String {
        match self.below(7) {
            0 => self
                .of(&[
                    "1", "0", "-1.5", "1.0", "2e0", "'x'", "\"xy\"", "null", "true",
                ])
                .to_owned(),
            1 => format!("length({})", self.of(&["@", "@.a", "@.b", "'x'", "$.c"])),
            2 => format!("count({})", self.path(depth)),
            3 => format!("value({})", self.path(depth)),
            _ => self
                .of(&["@", "@.a", "@.b", "@[0]", "$.a", "$['c'][1]", "@.a.b"])
                .to_owned(),
        }
    }

    fn value(&mut self, depth: usize) -> Value {
        let below = |chance: &mut Self| chance.value(depth - 1);
        match self.below(if depth == 0 { 7 } else { 11 }) {
            0 => json!(1),
            1 => json!(1.0),
            2 => json!("x"),
            3 => json!("xy"),
            4 => json!(null),
            5 => json!(true),
            6 => json!(-1.5),
            7 | 8 => (0..self.below(4)).map(|_| below(self)).collect(),
            _ => {
                let keys = ["a", "b", "c"].into_iter().take(self.below(4));
                let keys: Vec<_> = keys.collect();
                let members = keys.into_iter().map(|key| (key.to_owned(), below(self)));
                Value::Object(members.collect())
            }
        }
    }
}

/// `<=`, `>` and `>=` are left to the table of the RFC: to the library, one missing value is not `<=`
/// another, and of two values with no order the left one is `>`.
#[test]
fn any_query_selects_what_another_library_selects() {
    let mut chance = Chance(7);
    let (mut queries, mut found) = (0, 0);
    for _ in 0..20_000 {
        let query = format!("${}{}", chance.segment(2), chance.segments(2));
        let document = chance.value(4);
        let theirs = serde_json_path::JsonPath::parse(&query).ok();
        let theirs = theirs.map(|path| path.query(&document).all().into_iter().cloned().collect());
        let ours = ask(&query, &document);
        assert_eq!(ours, theirs, "{query} of {document}");
        queries += usize::from(ours.is_some());
        found += usize::from(ours.is_some_and(|found| !found.is_empty()));
    }
    assert!(queries > 10_000 && found > 1_000, "{queries} {found}");
}
