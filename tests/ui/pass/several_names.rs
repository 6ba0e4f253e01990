//! A type with several names is used by each of them: it is made, matched, and its variants imported.
#![deny(warnings)]

#[allow(dead_code, unused_imports)] // a program uses a part of an API
mod api {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../tmp/specs-0000000000000000/out/mod.rs"
    ));
}

use api::stable::{
    operations::{AddDonkey, AddHorse},
    types::{
        AddDonkeyBody, AddHorseBody, Stall,
        StallInside::Dry,
        StallOutside::{self, Wet},
    },
};

fn main() {
    let stall = Stall {
        inside: Some(Dry),
        outside: Some(StallOutside::from("wet")),
    };
    assert!(matches!(stall.outside, Some(Wet)));
    let horse = AddHorse::new(AddHorseBody::new("Fury"));
    let donkey = AddDonkey::new(AddDonkeyBody {
        name: "Fury".to_owned(),
    });
    assert_eq!(horse.body, donkey.body);
}
