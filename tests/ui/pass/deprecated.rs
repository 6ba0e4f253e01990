//! Whoever uses what is deprecated is told so; whoever does not hears nothing of it.
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
    operations::UpdatePet,
    types::{Home, Pet, PetPatch, PetPatchHome},
};

fn current(client: &Client) {
    let patch = PetPatch {
        home: Some(PetPatchHome::Home(Home::default())),
        ..PetPatch::default()
    };
    let _ = client.update_pet("rex", patch.clone());
    let _ = UpdatePet::new("rex", patch);
    assert_eq!(Pet::new(None).old, None);
}

// An expectation that is not met would be a warning.

#[expect(deprecated)]
fn operation(client: &Client) {
    let _ = client.rename_pet("rex");
}

#[expect(deprecated)]
fn parameter(client: &Client) {
    let _ = client.update_pet("rex", PetPatch::new()).force(true);
}

#[expect(deprecated)]
fn field(patch: &PetPatch) -> Option<f64> {
    patch.weight
}

#[expect(deprecated)]
fn variant(home: &PetPatchHome) -> bool {
    matches!(home, PetPatchHome::Text(_))
}

#[expect(deprecated)]
fn schema(pet: Pet) -> Option<api::pets::types::OldPet> {
    pet.old
}

fn main() {
    let client = Client::builder()
        .base_url("https://pets.example.com")
        .build()
        .expect("a client");
    current(&client);
    operation(&client);
    parameter(&client);
    assert_eq!(field(&PetPatch::new()), None);
    assert!(!variant(&PetPatchHome::Home(Home::default())));
    assert_eq!(schema(Pet::new(None)), None);
}
