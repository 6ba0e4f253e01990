//! A change of a resource: what is left out stays as it is, and `null` takes it away.
#![deny(warnings)]

#[allow(dead_code, unused_imports)] // a program uses a part of an API
mod api {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tmp/specs-0000000000000000/out/mod.rs"
    ));
}

use api::pets::{
    Client,
    types::{Home, PetPatch, PetPatchHome},
};
use outspoken::MemoryTransport;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = MemoryTransport::new();
    let client = Client::builder()
        .base_url("https://pets.example.com")
        .transport(server.clone())
        .build()?;

    let changes = [
        PetPatch {
            name: Some("Rex".to_owned()),
            ..PetPatch::default()
        },
        PetPatch {
            nick: Some(None),
            ..PetPatch::default()
        },
        PetPatch {
            nick: Some(Some("R".to_owned())),
            home: Some(PetPatchHome::Home(Home { street: Some(None) })),
            ..PetPatch::default()
        },
    ];
    for change in &changes {
        server.answer(200, r#"{"nick": null, "age": null}"#);
        let pet = client.update_pet("rex", change.clone()).await?;
        // What is only read makes no difference between null and nothing.
        assert_eq!((&pet.nick, pet.age), (&None, None));
    }

    let sent = server.requests();
    let bodies: Vec<_> = sent.iter().map(|request| request.body().as_ref()).collect();
    let wanted: [&[u8]; 3] = [
        br#"{"name":"Rex"}"#,
        br#"{"nick":null}"#,
        br#"{"home":{"street":null},"nick":"R"}"#,
    ];
    assert_eq!(bodies, wanted);

    for (change, body) in changes.iter().zip(wanted) {
        assert_eq!(&serde_json::from_slice::<PetPatch>(body)?, change);
    }
    assert_eq!(PetPatch::new().age_or_default(), Some(1));
    let ageless = PetPatch {
        age: Some(None),
        ..PetPatch::default()
    };
    assert_eq!(ageless.age_or_default(), None);
    Ok(())
}
