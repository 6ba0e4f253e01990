//! Arbitrary text in paths, queries and headers: it arrives as it was, where it belongs, or it is
//! refused. The decoders here share no code with the runtime's encoders.

pub(crate) mod decode;
mod styles;

use generated::{
    nexvio::operations::DeleteChatbotProfilePicture, wasend::operations::DeleteGroupPicture,
};
use outspoken::{__private::Parameter, Operation, OperationMeta, RequestParts};
use outspoken_tests::server::{Server, answer};
use proptest::{collection::vec, prelude::*};

use crate::support::{nexvio, run, wasend};
use decode::{pairs, percent_decoded, segments};

/// Ordinary text, and text made of what means something in a URL.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[./\\\\%2eE?#@: +&=;,\t\u{7f}é]{0,8}",
        "(\\.|%2e|%2E|%25|%2f|/| ){0,4}",
    ]
}

/// What would not be a segment of its own after a server, or a proxy, decoded and normalised it.
fn cannot_be_sent(text: &str) -> bool {
    let mut decoded = text.to_owned();
    for _ in 0..text.len() + 1 {
        let kept: String = decoded.chars().filter(|c| !"\t\r\n".contains(*c)).collect();
        if ["", ".", ".."].contains(&kept.trim_matches(|c: char| c <= ' ')) {
            return true;
        }
        let bytes = percent_decoded(kept.trim_matches(|c: char| c <= ' '));
        decoded = String::from_utf8_lossy(&bytes).into_owned();
    }
    text.bytes().any(|byte| byte < 0x20 || byte == 0x7f)
}

/// The encoded path and query of an operation, `None` where it is refused.
fn encoded<O: Operation>(operation: &O) -> Option<String> {
    let mut parts = RequestParts::new(&O::META);
    operation.encode(&mut parts).ok()?;
    parts.path_and_query().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_path_argument_is_one_segment_and_leaves_the_others_alone(text in text()) {
        match encoded(&DeleteChatbotProfilePicture::new(text.clone())) {
            Some(path) => {
                prop_assert!(!cannot_be_sent(&text));
                let found = segments(&path);
                prop_assert_eq!(found, [b"v1".as_slice(), b"chatbots", text.as_bytes(), b"profile-picture"]);
            }
            None => prop_assert!(cannot_be_sent(&text), "{:?}", text),
        }
    }

    #[test]
    fn two_path_arguments_keep_apart(session in text(), group in text()) {
        if let Some(path) = encoded(&DeleteGroupPicture::new(session.clone(), group.clone())) {
            let found = segments(&path);
            prop_assert_eq!(found, [session.as_bytes(), b"groups", group.as_bytes(), b"picture"]);
        } else {
            prop_assert!(cannot_be_sent(&session) || cannot_be_sent(&group));
        }
    }

    #[test]
    fn query_arguments_decode_back(name in text(), one in text(), many in vec(text(), 0..4)) {
        let name: &'static str = name.leak();
        let meta = OperationMeta::new("op", "op", "GET", "/p");
        let mut parts = RequestParts::new(&meta);
        parts.set(Parameter::query("one"), &one).unwrap();
        parts.set(Parameter::query(name), &many).unwrap();
        let target = parts.path_and_query().unwrap();
        let (path, query) = target.split_once('?').unwrap();
        prop_assert_eq!(path, "/p");
        let mut expected = vec![("one".to_owned(), one)];
        expected.extend(many.into_iter().map(|value| (name.to_owned(), value)));
        prop_assert_eq!(pairs(query), expected);
    }

    #[test]
    fn a_joined_list_decodes_back(many in vec(text(), 1..4)) {
        let meta = OperationMeta::new("op", "op", "GET", "/p");
        let mut parts = RequestParts::new(&meta);
        parts.set(Parameter::query("ids").explode(false), &many).unwrap();
        let target = parts.path_and_query().unwrap();
        let value = target.strip_prefix("/p?ids=").unwrap();
        let found: Vec<_> = value.split(',').map(percent_decoded).collect();
        let expected: Vec<_> = many.iter().map(|text| text.as_bytes().to_vec()).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_header_argument_arrives_unchanged_or_is_refused(text in any::<String>().boxed().prop_union("[ -~\t]{0,9}".boxed())) {
        let meta = OperationMeta::new("op", "op", "GET", "/p");
        let mut parts = RequestParts::new(&meta);
        let set = parts.set(Parameter::header("x-a"), &text);
        let outer = |c: char| c == ' ' || c == '\t';
        // Whitespace around a value is not part of it (RFC 9110 §5.5): it would not arrive.
        let lost = text.starts_with(outer) || text.ends_with(outer);
        let forbidden = text.chars().any(|c| c.is_ascii_control() && c != '\t');
        prop_assert_eq!(set.is_err(), lost || forbidden, "{:?}", text);
        if set.is_ok() {
            prop_assert_eq!(parts.headers_mut()["x-a"].as_bytes(), text.as_bytes());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_the_wire_too(text in text(), value in "[!-~]([ -~]{0,9}[!-~])?") {
        let server = Server::answering(answer(200, &[], r#"{"success": true}"#));
        let client = wasend(&format!("{}/a%2Fb/c", server.url())).header("x-a", &value).build().unwrap();
        let sent = run(client.delete_group_picture("s", text.as_str())).is_ok();
        prop_assert_eq!(sent, !cannot_be_sent(&text), "{:?}", text);
        prop_assert_eq!(server.connections(), usize::from(sent));
        if sent {
            let request = server.request();
            let expected = [b"a/b".as_slice(), b"c", b"s", b"groups", text.as_bytes(), b"picture"];
            prop_assert_eq!(segments(&request.target()), expected);
            prop_assert_eq!(request.header("x-a"), [value.into_bytes()]);
        }
    }
}

#[test]
fn a_query_of_capillary_is_one_pair_an_image() {
    let server = Server::answering(answer(500, &[], ""));
    let client = crate::support::capillary(&server.url()).build().unwrap();
    let result = run(client.delete_customer_image(i64::MAX, [3, 0, 3, i32::MAX]));
    assert!(result.is_err());
    let target = server.request().target();
    let (path, query) = target.split_once('?').unwrap();
    assert_eq!(path, "/v2/customers/9223372036854775807/deleteImage");
    let values: Vec<_> = pairs(query).into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["3", "0", "3", "2147483647"]);
}

#[test]
fn a_prefix_is_kept_as_it_was_written() {
    for (prefix, expected) in [
        ("", ""),
        ("/", ""),
        ("/a/", "/a"),
        ("/a%2Fb/%41~", "/a%2Fb/%41~"),
    ] {
        let server = Server::answering(answer(401, &[], ""));
        let client = nexvio(&format!("{}{prefix}", server.url()))
            .build()
            .unwrap();
        assert!(run(client.delete_chatbot_profile_picture("c")).is_err());
        let target = format!("{expected}/v1/chatbots/c/profile-picture");
        assert_eq!(server.request().target(), target);
    }
}
