//! A document that a feature is named after is built with the feature only.

use super::scratch::{Scratch, document};

#[test]
fn a_feature_that_is_off_leaves_its_document_out() {
    let scratch = Scratch::new(
        "featured",
        "default = [\"on\", \"off-by\"]\non = []\noff-by = []\n",
    );
    scratch.write("specs/on.yaml", &document("on"));
    scratch.write("specs/off-by.yaml", &document("off"));
    scratch.write("specs/free.yaml", &document("free"));
    let all = scratch.build(&[]).ok();
    assert_eq!(all.modules(), ["free", "off_by", "on"]);

    let off = scratch.build(&["--no-default-features", "--features", "on"]);
    assert_eq!(off.ok().modules(), ["free", "on"]);
    assert_eq!(
        scratch.build(&["--no-default-features"]).ok().modules(),
        ["free"]
    );

    // What is left out is not read either.
    scratch.write("specs/off-by.yaml", "no: document\n");
    let faulty = scratch.build(&["--no-default-features"]).ok();
    assert_eq!(faulty.modules(), ["free"]);
    let refused = scratch.build(&[]).refused();
    assert!(refused.contains("specs/off-by.yaml"), "{refused}");
}
