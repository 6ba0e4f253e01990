//! `specs/overlays`: each overlay is for a document of a vendor, which is not in this repository.

use std::path::{Path, PathBuf};

use outspoken_codegen::{Config, Generated, OverlayFile, diagnostic::Code, generate};
use outspoken_tests::repo;

use super::case::rendered;

/// Overlays, with errors that the client has by them, and what is not warned of any more.
const EXAMPLES: &[(&str, &[&str], &str)] = &[
    (
        "slack-v2",
        &[
            "NotAuthenticated",
            "RateLimited",
            "ChannelNotFound",
            "IsArchived",
        ],
        "no warning has this text",
    ),
    (
        "box",
        &["ItemNameInvalid", "InsufficientScope"],
        "no property `grant_type` to be required",
    ),
];

fn overlay(stem: &str) -> PathBuf {
    let name = format!("specs/overlays/{stem}.overlay.yaml");
    repo::root().join(name)
}

#[test]
fn every_example_is_listed_here() {
    let found = repo::documents(&repo::root().join("specs/overlays")).unwrap();
    let mut listed: Vec<_> = EXAMPLES.iter().map(|(stem, ..)| overlay(stem)).collect();
    listed.sort();
    assert_eq!(found, listed);
}

/// Without its document an overlay finds nothing to change, and that is all that there is to say.
#[test]
fn every_example_is_an_overlay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("api.yaml");
    let text = "openapi: 3.0.3\ninfo: {title: None, version: '1'}\npaths: {}\ncomponents: {}\n";
    std::fs::write(&path, text).unwrap();
    for (stem, ..) in EXAMPLES {
        let done = generated(&path, stem, true);
        let overlay = overlay(stem).display().to_string();
        let of_overlay = done
            .diagnostics
            .iter()
            .filter(|one| *one.place.file == *overlay);
        for one in of_overlay {
            let expected = [Code::UnusedAction, Code::ImpossiblePointer];
            assert!(expected.contains(&one.code), "{stem}: {one:?}");
        }
        assert!(!done.diagnostics.has_errors(), "{stem}");
    }
}

#[test]
fn every_example_does_something_for_its_document() {
    let Some(vendors) = vendors() else {
        println!("skipped: the documents of vendors are not beside this repository");
        return;
    };
    for (stem, variants, gone) in EXAMPLES {
        let path = vendors.join(format!("{stem}.json"));
        let (before, after) = (generated(&path, stem, false), generated(&path, stem, true));
        let of_overlay = after
            .diagnostics
            .iter()
            .find(|one| one.place.file.ends_with(".overlay.yaml"));
        assert_eq!(of_overlay, None, "{stem}");
        let said = |done: &Generated| rendered(&done.diagnostics, &done.sources);
        assert!(!said(&after).contains(gone), "{stem}: {gone}");
        assert!(
            after.diagnostics.len() <= before.diagnostics.len(),
            "{stem}"
        );
        let errors = |done: &Generated| {
            let files = done
                .files
                .iter()
                .filter(|(name, _)| name.starts_with("errors"));
            files.map(|(_, text)| text.as_str()).collect::<String>()
        };
        for variant in *variants {
            assert!(
                errors(&after).contains(&format!(" {variant} ")),
                "{stem}: {variant}"
            );
        }
    }
}

fn generated(path: &Path, stem: &str, is_overlaid: bool) -> Generated {
    let mut config = Config::new(stem);
    let overlay = is_overlaid.then(|| OverlayFile::new(overlay(stem)));
    config.overlays.extend(overlay);
    generate(path, &repo::file_name(path), &config)
}

/// The documents of vendors, where someone has put them beside this repository.
fn vendors() -> Option<PathBuf> {
    let mut above = repo::root().ancestors();
    above.find_map(|folder| {
        let folder = folder.join("shared/corpus/vendor");
        let has = |stem: &str| folder.join(format!("{stem}.json")).is_file();
        EXAMPLES
            .iter()
            .all(|(stem, ..)| has(stem))
            .then_some(folder)
    })
}
