//! Members with a single value: nobody says them, all of them are sent, and others are read.

use crate::clients::constants::types;
use serde_json::{Value, json};

#[test]
fn what_the_document_says_is_sent_without_being_said() {
    let opened = types::Opened::new("me");
    let written = serde_json::to_value(types::Event::Opened(opened.clone())).unwrap();
    let all = json!({"by": "me", "kind": "opened", "version": -2, "live": true, "reason": null});
    assert_eq!(written, all);

    let read: types::Event = serde_json::from_value(written).unwrap();
    assert_eq!(read, types::Event::Opened(opened));
    assert_eq!(types::Closed::new(), types::Closed::default());
    let closed = types::Closed {
        note: Some("late".to_owned()),
        ..types::Closed::default()
    };
    assert_eq!(
        serde_json::to_string(&closed).unwrap(),
        r#"{"kind":"closed","note":"late"}"#
    );
}

#[test]
fn another_value_is_kept_and_a_missing_one_is_missed() {
    let sent = json!({"kind": "shut"});
    let read: types::Closed = serde_json::from_value(sent.clone()).unwrap();
    assert_eq!(read.kind.as_str(), "shut");
    assert_eq!(serde_json::to_value(read).unwrap(), sent);
    let missing = serde_json::from_value::<types::Closed>(Value::Object(Default::default()));
    assert!(missing.unwrap_err().to_string().contains("`kind`"));
}
