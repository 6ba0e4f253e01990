//! Each rule, as a fixture.

use outspoken_tests::{bless::Expected, repo};

use super::case::{self, Case};

#[test]
fn every_overlay_does_what_it_did() {
    let mut expected = Expected::new(case::folder(), ".txt");
    for path in case::all() {
        let name = repo::file_name(&path);
        let stem = name.split(".overlay.").next().unwrap();
        expected.check(&format!("{stem}.txt"), &Case::of(&path).told());
    }
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}
