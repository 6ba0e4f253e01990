//! Credentials: exact on the wire, nowhere else, and never to a stranger in the clear.

use outspoken::{BuildError, Error, MemoryTransport};
use outspoken_tests::server::{Server, answer};

use crate::support::{SECRET, capillary, nexvio, run, wasend};

#[test]
fn a_bearer_token_arrives_as_it_is_with_nothing_that_nobody_asked_for() {
    let server = Server::answering(answer(200, &["set-cookie: a=b"], "{}"));
    let client = nexvio(&server.url()).build().unwrap();
    assert!(run(client.delete_chatbot_profile_picture("c")).is_err());
    let request = server.request();
    assert_eq!(
        request.header("authorization"),
        [format!("Bearer {SECRET}").into_bytes()]
    );
    let head = String::from_utf8(request.bytes().to_vec()).unwrap();
    let names: Vec<_> = head
        .lines()
        .skip(1)
        .filter_map(|l| l.split_once(':'))
        .map(|(n, _)| n)
        .collect();
    assert_eq!(names, ["user-agent", "accept", "authorization", "host"]);
    assert!(head.ends_with("\r\n\r\n"), "there is a body: {head}");
}

#[test]
fn a_password_arrives_as_rfc_7617_writes_it() {
    for (user, password, expected) in [
        (
            "Aladdin",
            "open sesame",
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        ("test", "123£", "Basic dGVzdDoxMjPCow=="),
        ("", "", "Basic Og=="),
        ("a", "b:c", "Basic YTpiOmM="),
    ] {
        let server = Server::answering(answer(401, &[], ""));
        let client = capillary(&server.url())
            .basic_auth(user, password)
            .build()
            .unwrap();
        assert!(run(client.delete_customer_image(1, [0])).is_err());
        assert_eq!(
            server.request().header("authorization"),
            [expected.as_bytes()]
        );
    }
}

#[test]
fn a_missing_credential_is_found_before_anything_is_sent() {
    let server = Server::start([]);
    let client = generated::nexvio::Client::builder()
        .base_url(&server.url())
        .build()
        .unwrap();
    let error = run(client.delete_chatbot_profile_picture("c")).unwrap_err();
    assert!(
        matches!(&error, Error::Build(BuildError::MissingCredential { .. })),
        "{error:?}"
    );
    assert_eq!(
        error.to_string(),
        "nothing was sent: `delete_chatbot_profile_picture` needs a credential for `bearerAuth`: give one to the client's builder"
    );
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_credential_that_cannot_stand_in_a_header_builds_no_client() {
    for token in [
        "a\r\nX-Evil: 1",
        "a\n",
        "\ra",
        "a\0b",
        "",
        " ",
        "sch\u{fc}ssel",
        "a\u{7f}",
        "\u{1f511}",
        "a\tb",
        " a",
        "a ",
    ] {
        let error = nexvio("https://a.example")
            .bearer_auth(token)
            .build()
            .unwrap_err();
        assert!(
            matches!(&error, BuildError::InvalidCredential { .. }),
            "{token:?}: {error:?}"
        );
        let text = format!("{error} {error:?}");
        assert!(token.trim().len() < 2 || !text.contains(token), "{text}");
    }
    for (user, password) in [
        ("a:b", "c"),
        ("a\n", "c"),
        ("a", "c\r\n"),
        ("a", "\0"),
        ("\u{7f}", ""),
    ] {
        let error = capillary("https://a.example")
            .basic_auth(user, password)
            .build()
            .unwrap_err();
        assert!(
            matches!(&error, BuildError::InvalidCredential { .. }),
            "{user:?}: {error:?}"
        );
    }
}

#[test]
fn credentials_do_not_travel_in_the_clear_unless_the_caller_says_so() {
    for host in [
        "http://api.example.com",
        "http://10.0.0.1:8080/x",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://0.0.0.0",
    ] {
        let transport = MemoryTransport::new();
        transport.answer(200, r#"{"success": true}"#);
        let builder = wasend(host).transport(transport.clone());
        let client = builder.clone().build().unwrap();
        let error = run(client.delete_group_picture("s", "g")).unwrap_err();
        assert!(
            matches!(&error, Error::Build(BuildError::InsecureCredential { .. })),
            "{host}: {error:?}"
        );
        assert!(transport.requests().is_empty());

        let client = builder.allow_insecure_http().build().unwrap();
        assert!(run(client.delete_group_picture("s", "g")).is_ok(), "{host}");
        let sent = transport.requests();
        assert_eq!(
            sent[0].headers()["authorization"],
            format!("Bearer {SECRET}")
        );
    }
    for host in [
        "https://api.example.com",
        "http://localhost:1",
        "http://127.8.9.1",
        "http://[::1]",
    ] {
        let transport = MemoryTransport::new();
        transport.answer(200, r#"{"success": true}"#);
        let client = wasend(host).transport(transport).build().unwrap();
        assert!(run(client.delete_group_picture("s", "g")).is_ok(), "{host}");
    }
}

#[test]
fn no_debug_text_shows_a_secret() {
    let transport = MemoryTransport::new();
    transport.answer(401, "");
    let builder = capillary("https://api.example.com")
        .header("x-api-key", SECRET)
        .transport(transport.clone());
    let mut texts = vec![format!("{builder:?}")];
    let client = builder.build().unwrap();
    texts.push(format!("{client:#?}"));
    let call = client.delete_customer_image(1, [0]);
    texts.push(format!("{call:#?}"));
    let error = run(call).unwrap_err();
    texts.push(format!("{error:#?} {error}"));
    let erased = error.erase();
    texts.push(format!("{erased:#?} {erased}"));
    texts.push(format!("{transport:#?} {:#?}", transport.requests()));
    // The Basic credential is base64 of `user:s3cr3t-k3y`.
    for text in texts {
        assert!(!text.contains(SECRET), "{text}");
        assert!(!text.contains("dXNlcjpzM2NyM3QtazN5"), "{text}");
    }
    let sent = transport.requests();
    assert_eq!(
        sent[0].headers()["authorization"],
        "Basic dXNlcjpzM2NyM3QtazN5"
    );
    assert_eq!(sent[0].headers()["x-api-key"], SECRET);
}

#[test]
fn a_base_url_with_a_password_is_refused_and_not_shown() {
    let builder = nexvio(&format!("https://user:{SECRET}@api.example.com"));
    let text = format!("{builder:?}");
    assert!(!text.contains(SECRET), "{text}");
    let error = builder.build().unwrap_err();
    let text = format!("{error} {error:?}");
    assert!(!text.contains(SECRET), "{text}");
}

#[test]
fn no_transport_error_shows_a_secret_or_the_url() {
    let server = Server::answering("garbage\r\n\r\n");
    let client = wasend(&server.url()).build().unwrap();
    let error = run(client.delete_group_picture("s", "private-group")).unwrap_err();
    let text = format!("{error:?} {error} {:?}", error.clone().erase());
    assert!(
        !text.contains(SECRET) && !text.contains("private-group"),
        "{text}"
    );
}

#[test]
fn what_goes_to_this_machine_goes_past_all_proxies() {
    // The environment is read by the process, so that another one is needed.
    let proxy = Server::start([]);
    let test = "credentials::a_bearer_token_arrives_as_it_is_with_nothing_that_nobody_asked_for";
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .env("http_proxy", proxy.url())
        .env("HTTP_PROXY", proxy.url())
        .env("ALL_PROXY", proxy.url())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}"
    );
    assert_eq!(proxy.connections(), 0);
}
