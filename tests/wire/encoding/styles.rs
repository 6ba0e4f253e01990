//! Arbitrary text in every style: it arrives as it was, or it is refused.

use std::collections::BTreeMap;

use outspoken::{__private::Parameter, OperationMeta, RequestParts};
use proptest::{collection::btree_map, collection::vec, prelude::*};

use super::{
    cannot_be_sent,
    decode::{pairs, percent_decoded, segments},
    text,
};

fn parts(path: &'static str) -> RequestParts {
    RequestParts::new(&OperationMeta::new("op", "op", "GET", path))
}

fn query(parts: &RequestParts) -> Vec<(String, String)> {
    let target = parts.path_and_query().unwrap();
    target
        .split_once('?')
        .map(|(_, query)| pairs(query))
        .unwrap_or_default()
}

/// Names that are members, and values.
fn members() -> impl Strategy<Value = BTreeMap<String, String>> {
    btree_map(text(), text(), 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_style_leads_out_of_a_segment(text in text(), style in 0..6_usize, explode: bool) {
        let p = Parameter::path("p");
        let styles = [p, p.label(), p.matrix(), p.space_delimited(), p.pipe_delimited(), p.json()];
        let mut parts = parts("/a/{p}/b");
        let argument = vec![text.clone()];
        if parts.serialize(styles[style].explode(explode), &argument).is_ok() {
            let path = parts.path_and_query().unwrap();
            let found = segments(&path);
            prop_assert_eq!(found.len(), 3);
            prop_assert!(!cannot_be_sent(&String::from_utf8_lossy(&found[1])));
            prop_assert!(style == 5 || !cannot_be_sent(&text));
        } else {
            // Only what separates items there is refused for more than its being no segment.
            let separates = text.contains([' ', '|']) && matches!(style, 3 | 4);
            prop_assert!(cannot_be_sent(&text) || separates, "{:?}", text);
        }
    }

    #[test]
    fn escapes_that_are_kept_lead_nowhere_either(text in text()) {
        let mut parts = parts("/a/{p}/b");
        if parts.set(Parameter::path("p").allow_reserved(), &text).is_ok() {
            let path = parts.path_and_query().unwrap();
            let found = segments(&path);
            prop_assert_eq!(found.len(), 3);
            prop_assert!(!cannot_be_sent(&String::from_utf8_lossy(&found[1])), "{:?}", path);
        }
    }

    #[test]
    fn members_decode_back(members in members()) {
        let mut parts = parts("/");
        parts.serialize(Parameter::query("q"), &members).unwrap();
        prop_assert_eq!(query(&parts), members.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn deep_members_decode_back(members in members(), items in vec(text(), 0..3)) {
        let mut parts = parts("/");
let value = serde_json::json!({"i": items, "m": members});
        parts.serialize(Parameter::query("q").deep_object(), &value).unwrap();
        let items = items.into_iter().enumerate();
        let mut expected: Vec<_> = items.map(|(i, item)| (format!("q[i][{i}]"), item)).collect();
        let members = members.into_iter();
        expected.extend(members.map(|(name, value)| (format!("q[m][{name}]"), value)));
        prop_assert_eq!(query(&parts), expected);
    }

    #[test]
    fn what_is_reserved_stays_in_its_parameter(text in text()) {
        let mut parts = parts("/");
        parts.set(Parameter::query("q").allow_reserved(), &text).unwrap();
        let target = parts.path_and_query().unwrap();
        prop_assert!(!target.contains(['#', '+', ' ']) && target.is_ascii());
        let found = query(&parts);
        prop_assert_eq!(found.len(), 1);
        // Escapes in it are kept, so what arrives is what they stand for.
        if !text.contains('%') {
            prop_assert_eq!(&found[0].1, &text);
        }
    }

    #[test]
    fn json_decodes_back(members in members()) {
        let mut parts = parts("/");
        parts.serialize(Parameter::query("q").json(), &members).unwrap();
        parts.serialize(Parameter::header("h").json(), &members).unwrap();
        let texts = [query(&parts)[0].1.clone(), parts.headers_mut()["h"].to_str().unwrap().to_owned()];
        for text in texts {
            let found: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&found, &members);
        }
    }

    #[test]
    fn cookies_keep_apart(one in text(), many in vec(text(), 0..3)) {
        let mut parts = parts("/");
        parts.set(Parameter::cookie("one"), &one).unwrap();
        parts.set(Parameter::cookie("many"), &many).unwrap();
        let header = parts.headers_mut()["cookie"].to_str().unwrap().to_owned();
        let found: Vec<_> = header.split("; ").map(|cookie| {
            let (name, value) = cookie.split_once('=').unwrap();
            (name, percent_decoded(value))
        }).collect();
        let mut expected = vec![("one", one.into_bytes())];
        expected.extend(many.into_iter().map(|text| ("many", text.into_bytes())));
        prop_assert_eq!(found, expected);
    }
}
