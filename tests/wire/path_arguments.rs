//! Path arguments: what the server received, or that it received nothing.

use outspoken_tests::server::{Script, Server, answer};

use crate::support::{Ended, ended, nexvio, run, verdict, wasend};

/// Arguments that no escaping can save.
const REFUSED: [&str; 22] = [
    "",
    ".",
    "..",
    "%2e%2e",
    "%2E%2e",
    ".%2e",
    "%2e",
    "%252e%252e",
    ".\t.",
    " ..",
    ".. ",
    " ",
    "\t",
    "\n",
    ".\r\n.",
    "\u{7f}",
    "a\nb",
    "a\u{0}b",
    "\u{1f}x",
    "%2e%0a%2e",
    "%20..",
    "a\tb",
];

/// Arguments that stay in their segment, and how they look there.
const ESCAPED: [(&str, &str); 21] = [
    ("chatbot_456def", "chatbot_456def"),
    ("120363025@g.us", "120363025%40g.us"),
    ("..\\", "..%5C"),
    ("a/b?c#d@e%\\", "a%2Fb%3Fc%23d%40e%25%5C"),
    ("é", "%C3%A9"),
    ("//", "%2F%2F"),
    ("../..", "..%2F.."),
    ("/", "%2F"),
    ("%2f..", "%252f.."),
    (":", "%3A"),
    ("+", "%2B"),
    ("a b", "a%20b"),
    ("🐕", "%F0%9F%90%95"),
    ("...", "..."),
    ("..a", "..a"),
    (";v=1", "%3Bv%3D1"),
    ("{groupId}", "%7BgroupId%7D"),
    ("~-_.!$&'()*,=", "~-_.%21%24%26%27%28%29%2A%2C%3D"),
    ("\u{202e}", "%E2%80%AE"),
    ("\u{85}", "%C2%85"),
    ("%", "%25"),
];

const NEXVIO_OK: &str = r#"{"status": "success", "data": {"deleted": true, "chatbot_id": "c"}}"#;
const WASEND_OK: &str = r#"{"success": true}"#;

/// A call that takes one argument.
type Call = Box<dyn Fn(&str) -> Ended>;

type Caller = fn(&Server) -> Call;

/// Each path parameter: how to call with it, and what stands before and after it.
const PARAMETERS: [(Caller, &str, &str, &str); 3] = [
    (
        chatbot_id,
        "/pre/v1/chatbots/",
        "/profile-picture",
        NEXVIO_OK,
    ),
    (session_id, "/pre/", "/groups/g/picture", WASEND_OK),
    (group_id, "/pre/s/groups/", "/picture", WASEND_OK),
];

fn chatbot_id(server: &Server) -> Call {
    let client = nexvio(&format!("{}/pre/", server.url())).build().unwrap();
    Box::new(move |id| ended(run(client.delete_chatbot_profile_picture(id))))
}

fn session_id(server: &Server) -> Call {
    let client = wasend(&format!("{}/pre", server.url())).build().unwrap();
    Box::new(move |id| ended(run(client.delete_group_picture(id, "g"))))
}

fn group_id(server: &Server) -> Call {
    let client = wasend(&format!("{}/pre", server.url())).build().unwrap();
    Box::new(move |id| ended(run(client.delete_group_picture("s", id))))
}

#[test]
fn what_could_lead_to_another_path_is_never_sent() {
    for (call, ..) in PARAMETERS {
        let server = Server::start([]);
        let call = call(&server);
        for argument in REFUSED {
            let ended = call(argument);
            assert_eq!(verdict(&ended), "Error::Build", "{argument:?}");
            let text = ended.unwrap_err().to_string();
            assert!(text.starts_with("nothing was sent: argument `"), "{text}");
        }
        assert_eq!(server.connections(), 0);
    }
}

#[test]
fn everything_else_stays_in_its_segment() {
    for (call, before, after, body) in PARAMETERS {
        let scripts = ESCAPED.map(|_| Script::answer(answer(200, &[], body)));
        let server = Server::start(scripts);
        let call = call(&server);
        for (argument, _) in ESCAPED {
            assert_eq!(verdict(&call(argument)), "Ok 200", "{argument:?}");
        }
        let lines: Vec<_> = server.requests().iter().map(|r| r.line()).collect();
        let expected = ESCAPED.map(|(_, shown)| format!("DELETE {before}{shown}{after} HTTP/1.1"));
        assert_eq!(lines, expected);
    }
}

#[test]
fn a_very_long_argument_arrives_whole() {
    let long = "ab/".repeat(10_000);
    let server = Server::answering(answer(200, &[], NEXVIO_OK));
    assert_eq!(verdict(&chatbot_id(&server)(&long)), "Ok 200");
    let expected = format!(
        "/pre/v1/chatbots/{}/profile-picture",
        "ab%2F".repeat(10_000)
    );
    assert_eq!(server.request().target(), expected);
}

#[test]
fn an_argument_beyond_all_urls_is_refused_before_it_is_sent() {
    let server = Server::start([]);
    let ended = chatbot_id(&server)(&"a".repeat(70_000));
    assert_eq!(verdict(&ended), "Error::Build");
    println!("{}", ended.unwrap_err());
    assert_eq!(server.connections(), 0);
}
