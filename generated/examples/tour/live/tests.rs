//! What is asked and what is sent, without a network.

use std::{cell::Cell, rc::Rc};

use super::*;

const SET: [(&str, &str); 9] = [
    ("NEXVIO_API_KEY", "hush-1"),
    ("NEXVIO_CHATBOT_ID", "chatbot_456def"),
    ("CAPILLARY_USER", "hush-2"),
    ("CAPILLARY_PASSWORD", "hush-3"),
    ("CAPILLARY_CUSTOMER_ID", "12345678"),
    ("CAPILLARY_IMAGE_IDS", "0, 2"),
    ("WASEND_API_KEY", "hush-4"),
    ("WASEND_SESSION_ID", "my-session"),
    ("WASEND_GROUP_ID", "120363025@g.us"),
];

fn all(name: &str) -> Option<String> {
    let found = SET.iter().find(|(known, _)| *known == name)?;
    Some(found.1.to_owned())
}

/// Runs, and gives how it ended with all that was written.
async fn run_with(
    apis: &[Api],
    get: impl Fn(&str) -> Option<String>,
    typed: &str,
) -> (Ended, String) {
    let (mut terminal, mut output) = (Vec::new(), Vec::new());
    let mut input = typed.as_bytes();
    let ended = run(apis, get, &mut input, &mut terminal, &mut output)
        .await
        .unwrap();
    terminal.extend(output);
    (ended, String::from_utf8(terminal).unwrap())
}

#[tokio::test]
async fn each_question_names_thing_and_host_and_no_secret() {
    let (ended, text) = run_with(&APIS, all, "no\n\nYES\n").await;
    assert_eq!(ended, Ended::Well);
    for part in [
        "the profile picture of the chatbot \"chatbot_456def\"",
        "DELETE https://api.nexvio.ai/v1/chatbots/chatbot_456def/profile-picture\n",
        "the images at the positions [0, 2] (0 is the first) of the customer 12345678",
        "DELETE https://eu.api.capillarytech.com/v2/customers/12345678/deleteImage\
         ?image_ids=0&image_ids=2\n",
        "the picture of the group \"120363025@g.us\"",
        "DELETE https://api.wasend.dev/my-session/groups/120363025%40g.us/picture\n",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    assert_eq!(text.matches("skipped, nothing was sent").count(), 3);
    assert!(!text.contains("hush"), "{text}");
}

#[tokio::test]
async fn an_api_without_its_variables_is_skipped() {
    let (ended, text) = run_with(&APIS, |_| None, "yes\nyes\nyes\n").await;
    assert_eq!(ended, Ended::WithoutVariables);
    assert!(text.contains("nexvio: skipped, set NEXVIO_API_KEY, NEXVIO_CHATBOT_ID\n"));
    let (ended, text) = run_with(
        &APIS,
        |name| all(name).filter(|_| name.starts_with("WASEND")),
        "",
    )
    .await;
    assert_eq!(ended, Ended::Well);
    assert_eq!(text.matches("Type `yes`").count(), 1);
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_asked_about() {
    let odd = |name: &str| match name {
        "NEXVIO_CHATBOT_ID" => Some("..".to_owned()),
        "CAPILLARY_IMAGE_IDS" => Some("first".to_owned()),
        "WASEND_API_KEY" => Some("hush\nhush".to_owned()),
        _ => all(name),
    };
    let (ended, text) = run_with(&APIS, odd, "yes\nyes\nyes\n").await;
    assert_eq!(ended, Ended::Badly);
    assert!(!text.contains("Type `yes`"), "{text}");
    assert_eq!(text.matches("Err(Build)").count(), 2, "{text}");
    assert!(text.contains("CAPILLARY_IMAGE_IDS is no list of numbers: \"first\""));
    assert!(!text.contains("hush"), "{text}");
}

thread_local! {
    /// How often the last test's call went out for real.
    static SENT: Rc<Cell<u32>> = Rc::default();
}

const COUNTING: Api = Api {
    name: "counting",
    variables: &[],
    deletion: |_| {
        let sent = SENT.with(Rc::clone);
        Ok(Deletion::new("a thing".to_owned(), move |transport| {
            if transport.is_none() {
                sent.set(sent.get() + 1);
            }
            // Answers in memory, so that even the real call stays here.
            let transport = transport.unwrap_or_default();
            transport.answer(200, r#"{"success":true}"#);
            Box::pin(async {
                let client = generated::wasend::Client::builder()
                    .bearer_auth("hush")
                    .transport(transport)
                    .build()
                    .unwrap();
                Outcome::of(&client.delete_group_picture("s", "g").await)
            })
        }))
    },
};

#[tokio::test]
async fn only_a_yes_sends() {
    for (typed, sent) in [("", 0), ("no\n", 0), ("y\n", 0), ("yes\n", 1)] {
        SENT.with(|count| count.set(0));
        let (ended, text) = run_with(&[COUNTING], |_| None, typed).await;
        assert_eq!(SENT.with(|count| count.get()), sent, "{typed:?}");
        assert_eq!(ended, Ended::Well);
        let output = "counting: 200 Ok(DeleteGroupPictureResponse { success: true })";
        assert_eq!(text.contains(output), sent == 1);
    }
}
